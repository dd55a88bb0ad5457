package hushgate.checks.harness.registry_passthrough_test

import data.hushgate.checks.harness.registry_passthrough as check
import data.hushgate.testing

registry(value) := testing.one("harness_settings", {"name": "Provide step group registry credentials to execution container", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as registry("true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as registry("false")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_settings", {"name": "<name>", "value": "true"})
}
