package hushgate.checks.helm.raw_secret_test

import data.hushgate.checks.helm.raw_secret as check
import data.hushgate.testing

value(key, class) := testing.one("chart_values", {"key": key, "value": class})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as value("postgresql.auth.password", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("postgresql.auth.password", "empty")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as value("postgresql.auth.username", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as value("postgresql.auth.password", "placeholder")
}
