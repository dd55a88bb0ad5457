package hushgate.checks.pachyderm.required_missing_test

import data.hushgate.checks.pachyderm.required_missing as check
import data.hushgate.testing

auth(value) := testing.one("chart_settings", {"key": "pachd.activateAuth", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([auth("true"), {"chart_values": []}])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([auth("true"), testing.one("chart_values", {"key": "pachd.enterpriseLicenseKeySecretName", "value": "reference"})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([auth("false"), {"chart_values": []}])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([auth("<boolean>"), {"chart_values": []}])
}
