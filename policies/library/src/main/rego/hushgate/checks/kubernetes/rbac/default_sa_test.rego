package hushgate.checks.kubernetes.rbac.default_sa_test

import data.hushgate.checks.kubernetes.rbac.default_sa as check
import data.hushgate.testing

test_violating_1 if {
	subject := testing.subject("ServiceAccount", "shop", "default")
	count(check.violation) == 1 with data.estate as testing.rbac_binding("namespace", "shop", "app", subject)
}

test_compliant_1 if {
	subject := testing.subject("ServiceAccount", "shop", "app")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "app", subject)
}

test_compliant_2 if {
	subject := testing.subject("User", "", "default")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "app", subject)
}

test_placeholder_1 if {
	subject := testing.subject("User", "", "<user>")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "<role>", subject)
}
