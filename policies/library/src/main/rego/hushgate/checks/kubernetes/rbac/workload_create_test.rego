package hushgate.checks.kubernetes.rbac.workload_create_test

import data.hushgate.checks.kubernetes.rbac.workload_create as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["pods"], ["create"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_violating_2 if {
	rule := testing.rbac_rule(["apps"], ["deployments"], ["patch"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["pods"], ["get"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule(["apps"], ["deployments"], ["patch"], ["app"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
