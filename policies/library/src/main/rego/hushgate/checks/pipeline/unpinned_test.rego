package hushgate.checks.pipeline.unpinned_test

import data.hushgate.checks.pipeline.unpinned as check
import data.hushgate.testing

workflow(uses, reference) := testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [object.union(testing.step, {"uses": uses, "references": [reference]})]})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as workflow("someone/deploy@v1", "secrets.TOKEN")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as workflow("someone/deploy@0123456789012345678901234567890123456789", "secrets.TOKEN")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as workflow("someone/deploy@v1", "github.sha")
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as workflow("actions/cache@v4", "secrets.TOKEN")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as workflow("./.github/actions/deploy", "secrets.TOKEN")
}
