package hushgate.checks.kubernetes.cluster.netpol_vault_open_test

import data.hushgate.checks.kubernetes.cluster.netpol_vault_open as check
import data.hushgate.testing

vault := testing.one("workloads", {"kind": "StatefulSet", "name": "vault"})

estate(policies) := testing.join([vault, policies])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as estate({"network_policies": []})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as estate(testing.one("network_policies", {"open_ingress": true}))
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as estate(testing.one("network_policies", {}))
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("workloads", {"kind": "StatefulSet", "name": "{{ .Release.Name }}"})
}
