package hushgate.checks.harness.runtime_off_test

import data.hushgate.checks.harness.runtime_off as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_settings", {"value": "false"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_settings", {"value": ""})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_settings", {"value": "true"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_settings", {"name": "<name>", "value": "false"})
}
