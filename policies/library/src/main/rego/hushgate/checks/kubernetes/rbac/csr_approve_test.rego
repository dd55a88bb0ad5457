package hushgate.checks.kubernetes.rbac.csr_approve_test

import data.hushgate.checks.kubernetes.rbac.csr_approve as check
import data.hushgate.testing

test_violating_1 if {
	rule := testing.rbac_rule(["certificates.k8s.io"], ["certificatesigningrequests/approval"], ["update"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_violating_2 if {
	rule := testing.rbac_rule(["certificates.k8s.io"], ["signers"], ["approve"], [])
	count(check.violation) == 1 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_1 if {
	rule := testing.rbac_rule(["certificates.k8s.io"], ["certificatesigningrequests"], ["create"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_compliant_2 if {
	rule := testing.rbac_rule(["certificates.k8s.io"], ["signers"], ["sign"], ["example.com/app"])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}

test_placeholder_1 if {
	rule := testing.rbac_rule([""], ["<resource>"], ["<verb>"], [])
	count(check.violation) == 0 with data.estate as testing.rbac_role("cluster", [rule])
}
