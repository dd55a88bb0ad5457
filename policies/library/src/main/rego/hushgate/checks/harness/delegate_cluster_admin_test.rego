package hushgate.checks.harness.delegate_cluster_admin_test

import data.hushgate.checks.harness.delegate_cluster_admin as check
import data.hushgate.testing

type(value) := testing.one("chart_settings", {"key": "k8sPermissionsType", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as type("CLUSTER_ADMIN")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as type("NAMESPACE_ADMIN")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as type("<type>")
}
