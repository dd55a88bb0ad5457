package hushgate.checks.kubernetes.workload.host_pid_test

import data.hushgate.checks.kubernetes.workload.host_pid as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({"host": {"pid": true}}, {})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"name": "<name>"}, {})
}
