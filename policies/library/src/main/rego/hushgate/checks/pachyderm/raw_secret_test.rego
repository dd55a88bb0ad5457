package hushgate.checks.pachyderm.raw_secret_test

import data.hushgate.checks.pachyderm.raw_secret as check
import data.hushgate.testing

value(key, class) := testing.one("chart_values", {"key": key, "value": class})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as value("pachd.rootToken", "literal")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as value("oidc.upstreamIDPs[0].config.clientSecret", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("pachd.rootToken", "empty")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as value("pachd.rootTokenSecretName", "reference")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as value("pachd.rootToken", "placeholder")
}
