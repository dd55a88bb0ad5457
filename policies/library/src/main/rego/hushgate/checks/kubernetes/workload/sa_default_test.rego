package hushgate.checks.kubernetes.workload.sa_default_test

import data.hushgate.checks.kubernetes.workload.sa_default as check
import data.hushgate.testing

secret := {"env": [testing.variable("DB_PASSWORD", "secret", "absent")]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({"service_account": ""}, secret)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"service_account": "app"}, secret)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.pod({"service_account": "", "automount": false}, secret)
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.pod({"service_account": ""}, {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"service_account": "{{ .Values.serviceAccount }}"}, secret)
}
