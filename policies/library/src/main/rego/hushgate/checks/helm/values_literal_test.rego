package hushgate.checks.helm.values_literal_test

import data.hushgate.checks.helm.values_literal as check
import data.hushgate.testing

value(use, class) := testing.one("chart_values", {"use": use, "value": class})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as value("override", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("override", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as value("example", "literal")
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.one("chart_values", {"key": "pachd.rootToken", "value": "literal"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as value("override", "placeholder")
}
