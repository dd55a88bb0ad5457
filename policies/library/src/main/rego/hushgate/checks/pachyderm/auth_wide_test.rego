package hushgate.checks.pachyderm.auth_wide_test

import data.hushgate.checks.pachyderm.auth_wide as check
import data.hushgate.testing

binding(who, role) := testing.one("chart_settings", {"key": sprintf("pachd.pachAuthClusterRoleBindings.%s", [who]), "value": role})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as binding("allClusterUsers", "clusterAdmin")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as binding("robot:ci", "clusterAdmin")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as binding("user:alice@example.com", "clusterAdmin")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as binding("allClusterUsers", "repoReader")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as binding("<user>", "<role>")
}
