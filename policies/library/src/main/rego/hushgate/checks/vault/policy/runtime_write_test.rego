package hushgate.checks.vault.policy.runtime_write_test

import data.hushgate.checks.vault.policy.runtime_write as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("harness-runtime", [testing.rule("secret/data/harness/*", ["create", "update", "read"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app-readonly", [testing.rule("secret/data/a/b", ["delete"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("harness-runtime", [testing.rule("secret/data/harness/*", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("harness-generator", [testing.rule("secret/data/harness/*", ["create", "update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("harness-generator", [testing.rule("secret/data/harness/*", ["create"])])
}
