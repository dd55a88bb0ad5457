package hushgate.checks.harness.manager_delegate_any_test

import data.hushgate.checks.harness.manager_delegate_any as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_connectors", {"selectors": []})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"selectors": ["prod"]})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"type": "Github", "selectors": []})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"selectors": ["<selector>"]})
}
