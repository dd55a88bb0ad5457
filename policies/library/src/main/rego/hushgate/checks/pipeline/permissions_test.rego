package hushgate.checks.pipeline.permissions_test

import data.hushgate.checks.pipeline.permissions as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"permissions": {"*": "write-all"}})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"jobs": [testing.job]})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.one("pipelines", {"permissions": {"contents": "read", "*": "none"}, "jobs": [object.union(testing.job, {"permissions": {"*": "write-all"}})]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"permissions": {"contents": "read", "*": "none"}, "jobs": [testing.job]})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"system": "gitlab", "jobs": [testing.job]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("pipelines", {"permissions": {"*": "${{ inputs.permissions }}"}, "jobs": [testing.job]})
}
