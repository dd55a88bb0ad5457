package hushgate.checks.pipeline.secrets_inherit_test

import data.hushgate.checks.pipeline.secrets_inherit as check
import data.hushgate.testing

step(reference) := object.union(testing.step, {"references": [reference]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"inherits_secrets": true})]})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [step("toJSON(secrets)")]})]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [step("secrets.TOKEN")]})]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [step("<expression>")]})]})
}
