package hushgate.checks.kubernetes.workload.job_no_ttl_test

import data.hushgate.checks.kubernetes.workload.job_no_ttl as check
import data.hushgate.testing

secret := {"env": [testing.variable("DB_PASSWORD", "secret", "absent")]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({"kind": "Job"}, secret)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"kind": "Job", "ttl_after_finished": 300}, secret)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.pod({"kind": "Deployment"}, secret)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"kind": "Job"}, {"env": [testing.variable("DB_PASSWORD", "value", "placeholder")]})
}
