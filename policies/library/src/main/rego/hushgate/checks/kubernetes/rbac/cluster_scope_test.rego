package hushgate.checks.kubernetes.rbac.cluster_scope_test

import data.hushgate.checks.kubernetes.rbac.cluster_scope as check
import data.hushgate.testing

estate(resource) := testing.join([
	testing.pod({}, {}),
	testing.one("rbac_bindings", {"scope": "cluster", "namespace": "", "role": {"kind": "ClusterRole", "name": "app"}, "subjects": [testing.subject_of("shop", "app")]}),
	testing.one("rbac_roles", {"scope": "cluster", "namespace": "", "rules": [testing.rbac_rule([""], ["secrets", resource], ["get"], [])]}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as estate("configmaps")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as estate("nodes")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as estate("*")
}
