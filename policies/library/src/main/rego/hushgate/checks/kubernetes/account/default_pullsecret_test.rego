package hushgate.checks.kubernetes.account.default_pullsecret_test

import data.hushgate.checks.kubernetes.account.default_pullsecret as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("service_accounts", {"name": "default", "image_pull_secrets": ["registry"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {"name": "puller", "image_pull_secrets": ["registry"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {"name": "<name>", "image_pull_secrets": ["registry"]})
}
