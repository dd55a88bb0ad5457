package hushgate.checks.vault.role.no_audience_test

import data.hushgate.checks.vault.role.no_audience as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"bound": {"service_accounts": ["app"], "namespaces": ["shop"], "audience": ""}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"audience": "<audience>"}})
}
