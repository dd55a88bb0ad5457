package hushgate.checks.vault.policy.narrows_test

import data.hushgate.checks.vault.policy.narrows as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("secret/data/*", ["read", "update"]), testing.rule("secret/data/app", ["read"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/*", ["read"]), testing.rule("secret/data/app", ["read", "update"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/*", ["read"]), testing.rule("secret/data/app", ["deny"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/*", ["read"]), testing.rule("other/<path>", ["list"])])
}
