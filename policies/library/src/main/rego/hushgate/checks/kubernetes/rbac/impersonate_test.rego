package hushgate.checks.kubernetes.rbac.impersonate_test

import data.hushgate.checks.kubernetes.rbac.impersonate as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["users", "groups"], ["impersonate"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["users"], ["impersonate"], ["deployer"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule([""], ["users"], ["get"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
