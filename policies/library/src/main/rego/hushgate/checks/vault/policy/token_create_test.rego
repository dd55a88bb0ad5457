package hushgate.checks.vault.policy.token_create_test

import data.hushgate.checks.vault.policy.token_create as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/token/create", ["update"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/token/roles/*", ["create", "update"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/token/create-orphan", ["update"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("auth/token/renew-self", ["update"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("auth/token/roles/app", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
