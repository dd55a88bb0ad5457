package hushgate.checks.kubernetes.rbac.aggregated_test

import data.hushgate.checks.kubernetes.rbac.aggregated as check
import data.hushgate.testing

role(resource, labels) := testing.one("rbac_roles", {"scope": "cluster", "labels": labels, "rules": [testing.rbac_rule([""], [resource], ["get"], [])]})

view := {"rbac.authorization.k8s.io/aggregate-to-view": "true"}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as role("secrets", view)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as role("secrets", {})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as role("widgets", view)
}

# All resources of a group that has no Secrets.
test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.one("rbac_roles", {"scope": "cluster", "labels": view, "rules": [
		testing.rbac_rule(["flows.example.com"], ["*"], ["*"], []),
	]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as role("<resource>", view)
}
