package hushgate.checks.kubernetes.account.token_listed_test

import data.hushgate.checks.kubernetes.account.token_listed as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("service_accounts", {"token_secrets": ["app-token-x7k2"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {"token_secrets": []})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {"token_secrets": ["<secret>"]})
}
