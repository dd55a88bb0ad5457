package hushgate.checks.kubernetes.rbac.cluster_admin_test

import data.hushgate.checks.kubernetes.rbac.cluster_admin as check
import data.hushgate.testing

test_violating_1 if {
	subject := testing.subject("ServiceAccount", "ci", "deployer")
	count(check.violation) == 1 with data.estate as testing.rbac_binding("cluster", "", "cluster-admin", subject)
}

test_compliant_1 if {
	subject := testing.subject("ServiceAccount", "ci", "deployer")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("cluster", "", "view", subject)
}

test_compliant_2 if {
	subject := testing.subject("Group", "", "sre")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("cluster", "", "cluster-admin", subject)
}

test_placeholder_1 if {
	subject := testing.subject("User", "", "<user>")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "<role>", subject)
}
