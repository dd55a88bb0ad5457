package hushgate.checks.kubernetes.rbac.anonymous_test

import data.hushgate.checks.kubernetes.rbac.anonymous as check
import data.hushgate.testing

test_violating_1 if {
	subject := testing.subject("Group", "", "system:unauthenticated")
	count(check.violation) == 1 with data.estate as testing.rbac_binding("cluster", "", "edit", subject)
}

test_violating_2 if {
	subject := testing.subject("User", "", "system:anonymous")
	count(check.violation) == 1 with data.estate as testing.rbac_binding("namespace", "shop", "app", subject)
}

test_compliant_1 if {
	subject := testing.subject("Group", "", "system:authenticated")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("cluster", "", "system:public-info-viewer", subject)
}

test_compliant_2 if {
	subject := testing.subject("Group", "", "team-a")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("cluster", "", "edit", subject)
}

test_placeholder_1 if {
	subject := testing.subject("User", "", "<user>")
	count(check.violation) == 0 with data.estate as testing.rbac_binding("namespace", "shop", "<role>", subject)
}
