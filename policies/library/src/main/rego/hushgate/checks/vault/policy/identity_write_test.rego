package hushgate.checks.vault.policy.identity_write_test

import data.hushgate.checks.vault.policy.identity_write as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("identity/*", ["create", "update"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("identity/group/id/*", ["update"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("identity/*", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("identity/lookup/entity", ["update"])])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("identity-store/data/x", ["create", "update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
