package hushgate.checks.cross.policy_orphan_test

import data.hushgate.checks.cross.policy_orphan as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.policy("other", []), testing.role({})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.policy("app", []), testing.role({})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.policy("ci", []), testing.role({}), testing.token({"policies": ["ci"]})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.policy("<name>", []), testing.role({})])
}
