package hushgate.checks.vault.policy.deny_list_gap_test

import data.hushgate.checks.vault.policy.deny_list_gap as check
import data.hushgate.testing

listing := testing.rule("foo/metadata/*", ["list"])

denied := testing.rule("foo/metadata/private/*", ["deny"])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [listing, denied])
}

test_compliant_1 if {
	rules := [listing, denied, testing.rule("foo/metadata/private", ["deny"])]
	count(check.violation) == 0 with data.estate as testing.policy("app", rules)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/*", ["deny"])])
}
