package hushgate.checks.pipeline.untrusted_trigger_test

import data.hushgate.checks.pipeline.untrusted_trigger as check
import data.hushgate.testing

workflow(trigger, ref) := testing.one("pipelines", {"triggers": [trigger], "jobs": [object.union(testing.job, {"steps": [object.union(testing.step, {"uses": "actions/checkout@v4", "settings": {"ref": ref}})]})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as workflow("pull_request_target", "${{ github.event.pull_request.head.sha }}")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as workflow("pull_request", "${{ github.event.pull_request.head.sha }}")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as workflow("pull_request_target", "main")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as workflow("pull_request_target", "<ref>")
}
