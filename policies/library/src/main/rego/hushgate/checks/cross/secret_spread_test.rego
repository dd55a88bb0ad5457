package hushgate.checks.cross.secret_spread_test

import data.hushgate.checks.cross.secret_spread as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with input as testing.found(["a", "b", "c"], {})
	count(result.related) == 2
}

test_compliant_1 if {
	count(check.violation) == 0 with input as testing.found(["a", "b", "b"], {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with input as {"findings": []}
}
