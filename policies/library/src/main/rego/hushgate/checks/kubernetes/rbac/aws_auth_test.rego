package hushgate.checks.kubernetes.rbac.aws_auth_test

import data.hushgate.checks.kubernetes.rbac.aws_auth as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule([""], ["configmaps"], ["update"], ["aws-auth"])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule([""], ["configmaps"], ["update"], ["app"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["configmaps"], ["update"], ["<name>"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
