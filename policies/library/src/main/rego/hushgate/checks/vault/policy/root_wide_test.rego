package hushgate.checks.vault.policy.root_wide_test

import data.hushgate.checks.vault.policy.root_wide as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("*", ["read"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("+/*", ["read"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("/*", ["list"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("*", ["deny"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/app/*", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
