package hushgate.checks.helm.raw_and_ref_test

import data.hushgate.checks.helm.raw_and_ref as check
import data.hushgate.testing

pair(raw, reference) := testing.join([
	testing.one("chart_values", {"key": "pachd.rootToken", "value": raw}),
	testing.one("chart_values", {"key": "pachd.rootTokenSecretName", "value": reference}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("literal", "reference")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("empty", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("literal", "empty")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("placeholder", "reference")
}
