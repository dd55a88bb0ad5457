package hushgate.checks.kubernetes.rbac.cluster_scope_test

import data.hushgate.checks.kubernetes.rbac.cluster_scope as check
import data.hushgate.testing

estate(resource) := bound([testing.rbac_rule([""], ["secrets", resource], ["get"], [])])

bound(rules) := testing.join([
	testing.pod({}, {}),
	testing.one("rbac_bindings", {"scope": "cluster", "namespace": "", "role": {"kind": "ClusterRole", "name": "app"}, "subjects": [testing.subject_of("shop", "app")]}),
	testing.one("rbac_roles", {"scope": "cluster", "namespace": "", "rules": rules}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as estate("configmaps")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as estate("nodes")
}

# The controller of a resource that it defines itself serves every namespace.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as bound([
		testing.rbac_rule([""], ["secrets"], ["get"], []),
		testing.rbac_rule(["cert-manager.io"], ["issuers"], ["get"], []),
	])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as estate("*")
}
