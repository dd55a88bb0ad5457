package hushgate.checks.kubernetes.rbac.secrets_list_named_test

import data.hushgate.checks.kubernetes.rbac.secrets_list_named as check
import data.hushgate.testing

role(verb, names) := testing.rbac_role("namespace", [testing.rbac_rule([""], ["secrets"], [verb], names)])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as role("list", ["db"])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as role("get", ["db"])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as role("list", [])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.rbac_role("namespace", [testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])])
}
