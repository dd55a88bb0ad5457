package hushgate.checks.cross.policy_undefined_test

import data.hushgate.checks.cross.policy_undefined as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.role({}), testing.policy("other", [])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({}), testing.policy("app", [])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"policies": ["<policy>"]}), testing.policy("other", [])])
}
