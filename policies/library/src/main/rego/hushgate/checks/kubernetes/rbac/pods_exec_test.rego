package hushgate.checks.kubernetes.rbac.pods_exec_test

import data.hushgate.checks.kubernetes.rbac.pods_exec as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["pods/exec"], ["create"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["pods/log"], ["get"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule([""], ["pods/exec"], ["list"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
