package hushgate.checks.vault.role.alias_name_test

import data.hushgate.checks.vault.role.alias_name as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"bound": {"alias_name_source": "serviceaccount_name"}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
