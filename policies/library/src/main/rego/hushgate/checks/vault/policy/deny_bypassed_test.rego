package hushgate.checks.vault.policy.deny_bypassed_test

import data.hushgate.checks.vault.policy.deny_bypassed as check
import data.hushgate.testing

test_violating_1 if {
	rules := [testing.rule("secret/*", ["deny"]), testing.rule("secret/data/app", ["read"])]
	count(check.violation) == 1 with data.estate as testing.policy("app", rules)
}

test_compliant_1 if {
	rules := [testing.rule("secret/data/app/*", ["deny"]), testing.rule("secret/data/other", ["read"])]
	count(check.violation) == 0 with data.estate as testing.policy("app", rules)
}

test_placeholder_1 if {
	rules := [testing.rule("<engine>/data/a", ["deny"]), testing.rule("<engine>/data/a/b", ["read"])]
	count(check.violation) == 0 with data.estate as testing.policy("app", rules)
}
