package hushgate.checks.harness.license_in_values_test

import data.hushgate.checks.harness.license_in_values as check
import data.hushgate.testing

value(class) := testing.one("chart_values", {"key": "global.license.cg", "value": class})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as value("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("empty")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as value("placeholder")
}
