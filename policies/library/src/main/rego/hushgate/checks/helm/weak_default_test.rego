package hushgate.checks.helm.weak_default_test

import data.hushgate.checks.helm.weak_default as check
import data.hushgate.testing

value(use, class) := testing.one("chart_values", {"use": use, "value": class})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as value("override", "weak")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as value("default", "weak")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("override", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as value("default", "empty")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as value("default", "placeholder")
}
