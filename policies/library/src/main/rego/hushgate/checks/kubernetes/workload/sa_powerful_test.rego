package hushgate.checks.kubernetes.workload.sa_powerful_test

import data.hushgate.checks.kubernetes.workload.sa_powerful as check
import data.hushgate.testing

estate(security, resource) := testing.join([
	testing.pod({}, {"security": security}),
	testing.one("rbac_bindings", {"subjects": [testing.subject_of("shop", "app")]}),
	testing.one("rbac_roles", {"rules": [testing.rbac_rule([""], [resource], ["get"], [])]}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as estate({"privileged": true}, "secrets")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as estate({"privileged": false}, "secrets")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as estate({"privileged": true}, "nodes/metrics")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as estate({"privileged": true}, "<resource>")
}
