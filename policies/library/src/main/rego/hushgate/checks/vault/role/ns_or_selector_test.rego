package hushgate.checks.vault.role.ns_or_selector_test

import data.hushgate.checks.vault.role.ns_or_selector as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"bound": {"namespace_selector": "{}", "namespaces": ["shop"]}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"namespace_selector": "<selector>", "namespaces": []}})
}
