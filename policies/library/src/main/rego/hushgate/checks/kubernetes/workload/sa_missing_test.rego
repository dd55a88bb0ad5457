package hushgate.checks.kubernetes.workload.sa_missing_test

import data.hushgate.checks.kubernetes.workload.sa_missing as check
import data.hushgate.testing

others := testing.one("service_accounts", {"name": "other"})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.pod({}, {}), others])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({}, {}), testing.one("service_accounts", {})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"service_account": "{{ include \"name\" . }}"}, {}), others])
}
