package hushgate.checks.pipeline.persist_credentials_test

import data.hushgate.checks.pipeline.persist_credentials as check
import data.hushgate.testing

steps(persist, path) := [object.union(testing.step, {"uses": "actions/checkout@v4", "settings": persist}), object.union(testing.step, {"uses": "actions/upload-artifact@v4", "settings": {"path": path}})]

workflow(persist, path) := testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": steps(persist, path)})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as workflow({}, ".")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as workflow({"persist-credentials": "false"}, ".")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as workflow({}, "dist/")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as workflow({}, "<path>")
}
