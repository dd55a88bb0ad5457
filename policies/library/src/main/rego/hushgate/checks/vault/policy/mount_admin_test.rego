package hushgate.checks.vault.policy.mount_admin_test

import data.hushgate.checks.vault.policy.mount_admin as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/remount", ["update", "sudo"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/plugins/catalog/*", ["create", "update"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/plugins/catalog", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/leases/renew", ["update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
