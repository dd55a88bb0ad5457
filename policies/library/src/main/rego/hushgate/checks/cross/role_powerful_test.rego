package hushgate.checks.cross.role_powerful_test

import data.hushgate.checks.cross.role_powerful as check
import data.hushgate.testing

pair(path, capability) := testing.join([testing.role({}), testing.policy("app", [testing.rule(path, [capability])])])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("sys/policies/acl/*", "update")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as pair("*", "read")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/app", "read")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("sys/policies/acl/*", "read")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("<engine>/data/<path>", "update")
}
