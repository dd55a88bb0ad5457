package hushgate.checks.vault.policy.root_protected_test

import data.hushgate.checks.vault.policy.root_protected as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/seal", ["update", "sudo"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/leases/revoke-prefix/*", ["update"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("pki/root", ["delete", "sudo"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/seal-status", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/leases/revoke", ["update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
