package hushgate.checks.kubernetes.rbac.secrets_write_test

import data.hushgate.checks.kubernetes.rbac.secrets_write as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["secrets"], ["create"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["secrets"], ["update"], ["app-db"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule([""], ["secrets"], ["delete"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
