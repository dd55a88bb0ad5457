package hushgate.checks.vault.policy.dynamic_wildcard_test

import data.hushgate.checks.vault.policy.dynamic_wildcard as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("database/creds/*", ["read"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("pki/issue/*", ["update"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("aws/+/*", ["read"])])
}

test_compliant_4 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/+/*", ["read"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("database/creds/app", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("database/creds/*", ["list"])])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/creds/*", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
