package hushgate.checks.kubernetes.rbac.cross_ns_test

import data.hushgate.checks.kubernetes.rbac.cross_ns as check
import data.hushgate.testing

test_violating_1 if {
	subject := testing.subject("ServiceAccount", "ci", "deployer")
	count(check.violation) == 1 with data.estate as testing.rbac_binding("namespace", "shop", "edit", subject)
}

test_compliant_1 if {
	subject := testing.subject("ServiceAccount", "shop", "app")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "edit", subject)
}

test_compliant_2 if {
	subject := testing.subject("ServiceAccount", "ops", "metrics")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "kube-system", "extension-apiserver-authentication-reader", subject)
}

test_placeholder_1 if {
	subject := testing.subject("ServiceAccount", "{{ .Release.Namespace }}", "app")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "edit", subject)
}
