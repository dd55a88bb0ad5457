package hushgate.checks.pipeline.literal_test

import data.hushgate.checks.pipeline.literal as check
import data.hushgate.testing

job(value) := testing.one("pipelines", {"jobs": [object.union(testing.job, {"credentials": [testing.setting("password", value)]})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as job("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as job("reference")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as job("placeholder")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"credentials": [testing.setting("persist-credentials", "literal")]})]})
}
