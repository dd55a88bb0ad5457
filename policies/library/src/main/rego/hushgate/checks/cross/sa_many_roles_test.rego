package hushgate.checks.cross.sa_many_roles_test

import data.hushgate.checks.cross.sa_many_roles as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.role({"name": "one", "policies": ["one"]}), testing.role({"name": "two", "policies": ["two"]})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"name": "one"}), testing.role({"name": "two", "bound": {"service_accounts": ["web"]}})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"name": "one", "bound": {"service_accounts": ["<a>"]}}), testing.role({"name": "two", "policies": ["two"], "bound": {"service_accounts": ["<a>"]}})])
}
