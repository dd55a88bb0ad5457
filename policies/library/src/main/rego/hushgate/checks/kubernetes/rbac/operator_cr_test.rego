package hushgate.checks.kubernetes.rbac.operator_cr_test

import data.hushgate.checks.kubernetes.rbac.operator_cr as check
import data.hushgate.testing

role(group, resource, verb) := testing.rbac_role("namespace", [testing.rbac_rule([group], [resource], [verb], [])])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as role("external-secrets.io", "externalsecrets", "create")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as role("external-secrets.io", "externalsecrets", "get")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as role("", "configmaps", "create")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as role("<group>", "<resource>", "create")
}
