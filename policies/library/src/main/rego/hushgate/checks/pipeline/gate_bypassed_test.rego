package hushgate.checks.pipeline.gate_bypassed_test

import data.hushgate.checks.pipeline.gate_bypassed as check
import data.hushgate.testing

scan(changes) := testing.one("commands", object.union({"subject": "pipeline/scan", "program": "gitleaks"}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as scan({"ignored": true})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [object.union(testing.step, {"uses": "gitleaks/gitleaks-action@v2", "ignores_failure": true})]})]})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.join([scan({"subject": "pipeline/build"}), testing.one("pipelines", {"jobs": [object.union(testing.job, {"ignores_failure": true})]})])
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as scan({"program": "git", "flags": ["--no-verify"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as scan({})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as scan({"program": "npm", "ignored": true})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"jobs": [object.union(testing.job, {"ignores_failure": true})]})
}
