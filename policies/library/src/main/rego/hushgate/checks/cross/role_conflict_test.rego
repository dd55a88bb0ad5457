package hushgate.checks.cross.role_conflict_test

import data.hushgate.checks.cross.role_conflict as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.role({}), testing.role({"policies": ["admin"]})])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.role({}), testing.role({"policies": ["admin"], "at": {"file": "other/file"}})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({}), testing.role({})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({}), testing.role({"name": "web", "policies": ["web"]})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"name": "<role>"}), testing.role({"name": "<role>", "policies": ["<policy>"]})])
}
