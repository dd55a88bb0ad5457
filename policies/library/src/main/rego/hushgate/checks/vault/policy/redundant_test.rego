package hushgate.checks.vault.policy.redundant_test

import data.hushgate.checks.vault.policy.redundant as check
import data.hushgate.testing

test_violating_1 if {
	rules := [testing.rule("secret/data/app/*", ["read"]), testing.rule("secret/data/app/one", ["read"])]
	count(check.violation) == 1 with data.estate as testing.policy("app", rules)
}

test_compliant_1 if {
	rules := [testing.rule("secret/data/app/*", ["read"]), testing.rule("secret/data/app/one", ["update"])]
	count(check.violation) == 0 with data.estate as testing.policy("app", rules)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/*", ["read"])])
}
