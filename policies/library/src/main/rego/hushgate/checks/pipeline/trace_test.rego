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

step_trace(name, command) := testing.join([
	testing.one("commands", {"subject": command, "program": "set", "flags": ["-x"]}),
	testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [
		object.union(testing.step, {"name": "tag"}),
		object.union(testing.step, {"name": name, "references": ["secrets.TOKEN"]}),
	]})]}),
])

test_violating_3 if {
	count(check.violation) == 1 with data.estate as step_trace("push", "pipeline/build/push")
}

# The secret is another step's.
test_compliant_3 if {
	count(check.violation) == 0 with data.estate as step_trace("push", "pipeline/build/tag")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"variables": [testing.setting("CI_DEBUG_TRACE", "reference")]})
}
