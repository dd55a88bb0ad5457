package hushgate.checks.kubernetes.rbac.rbac_write_test

import data.hushgate.checks.kubernetes.rbac.rbac_write as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule(["rbac.authorization.k8s.io"], ["rolebindings"], ["create"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule(["rbac.authorization.k8s.io"], ["rolebindings"], ["list"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
