package hushgate.checks.kubernetes.account.cloud_iam_test

import data.hushgate.checks.kubernetes.account.cloud_iam as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("service_accounts", {"annotations": {"iam.gke.io/gcp-service-account": "app@shop.example"}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("service_accounts", {"name": "<name>"})
}
