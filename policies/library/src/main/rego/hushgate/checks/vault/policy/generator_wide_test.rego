package hushgate.checks.vault.policy.generator_wide_test

import data.hushgate.checks.vault.policy.generator_wide as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("harness-generator", [testing.rule("secret/data/harness/*", ["create", "delete"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("harness-generator", [testing.rule("secret/data/harness/*", ["create", "update", "read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/x", ["delete"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
