package hushgate.checks.kubernetes.rbac.secrets_read_test

import data.hushgate.checks.kubernetes.rbac.secrets_read as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["secrets"], ["get"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("namespace", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["secrets"], ["get"], ["app-db"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule([""], ["configmaps"], ["get"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_3 if {
	rule := testing.rbac_rule(["apps"], ["secrets"], ["get"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
