package hushgate.checks.harness.script_off_test

import data.hushgate.checks.harness.script_off as check
import data.hushgate.testing

script(value) := testing.one("harness_settings", {"name": "Inject custom shell script secrets", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as script("false")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as script("true")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_settings", {"name": "<name>", "value": "false"})
}
