package hushgate.checks.vault.role.ns_cross_env_test

import data.hushgate.checks.vault.role.ns_cross_env as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"bound": {"service_accounts": ["app"], "namespaces": ["dev", "prod"]}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"namespaces": ["shop-prod", "pay-prod"]}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
