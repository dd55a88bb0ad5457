package hushgate.checks.helm.sa_default_test

import data.hushgate.checks.helm.sa_default as check
import data.hushgate.testing

create(value) := testing.one("chart_settings", {"key": "serviceAccount.create", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as create("false")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as create("true")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([create("false"), testing.one("chart_settings", {"key": "serviceAccount.name", "value": "app"})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as create("<boolean>")
}
