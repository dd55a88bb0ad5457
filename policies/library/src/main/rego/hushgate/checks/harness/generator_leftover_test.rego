package hushgate.checks.harness.generator_leftover_test

import data.hushgate.checks.harness.generator_leftover as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"policies": ["harness-generator"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"policies": ["harness-runtime"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"policies": ["<policy>"]})
}
