package hushgate.checks.operator.token_create_test

import data.hushgate.checks.operator.token_create as check
import data.hushgate.testing

create(value) := testing.one("chart_settings", {"key": "rbac.serviceAccountTokenCreate", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as create("true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as create("false")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([create("true"), testing.one("chart_settings", {"key": "scopedRBAC", "value": "true"})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as create("<boolean>")
}
