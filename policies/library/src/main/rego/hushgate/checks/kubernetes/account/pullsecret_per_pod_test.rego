package hushgate.checks.kubernetes.account.pullsecret_per_pod_test

import data.hushgate.checks.kubernetes.account.pullsecret_per_pod as check
import data.hushgate.testing

pair(secrets) := testing.join([testing.pod({"image_pull_secrets": ["registry"]}, {}), testing.one("service_accounts", {"image_pull_secrets": secrets})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair([])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair(["registry"])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"image_pull_secrets": ["<secret>"]}, {})
}
