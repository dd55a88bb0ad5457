package hushgate.checks.pipeline.trace_test

import data.hushgate.checks.pipeline.trace as check
import data.hushgate.testing

trace(flag, reference) := testing.join([
	testing.one("commands", {"subject": "pipeline/build", "program": "set", "flags": [flag]}),
	testing.one("pipelines", {"jobs": [object.union(testing.job, {"variables": [object.union(testing.setting("TOKEN", "reference"), {"reference": reference})]})]}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as trace("-euxo", "secrets.TOKEN")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"variables": [testing.setting("CI_DEBUG_TRACE", "literal")]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as trace("-e", "secrets.TOKEN")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as trace("-x", "github.sha")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"variables": [testing.setting("CI_DEBUG_TRACE", "reference")]})
}
