package hushgate.checks.vault.policy.auth_admin_test

import data.hushgate.checks.vault.policy.auth_admin as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/kubernetes/role/*", ["create", "update"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/*", ["create", "update"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("auth/+/users/*", ["update"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("auth/kubernetes/role/*", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("auth/approle/role/app/secret-id", ["update"])])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("auth/kubernetes/login", ["update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
