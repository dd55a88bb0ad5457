package hushgate.checks.kubernetes.workload.privileged_test

import data.hushgate.checks.kubernetes.workload.privileged as check
import data.hushgate.testing

secured(context) := testing.pod({}, {"security": context})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as secured({"privileged": true})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as secured({"added_capabilities": ["SYS_ADMIN"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as secured({"privileged": false})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as secured({"added_capabilities": ["NET_BIND_SERVICE"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as secured({"added_capabilities": ["<capability>"]})
}
