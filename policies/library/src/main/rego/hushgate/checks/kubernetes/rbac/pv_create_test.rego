package hushgate.checks.kubernetes.rbac.pv_create_test

import data.hushgate.checks.kubernetes.rbac.pv_create as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["persistentvolumes"], ["create"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["persistentvolumeclaims"], ["create"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
