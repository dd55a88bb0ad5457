package hushgate.checks.kubernetes.workload.automount_test

import data.hushgate.checks.kubernetes.workload.automount as check
import data.hushgate.testing

pair(changes) := testing.join([testing.pod({}, {}), testing.one("service_accounts", changes)])

bound := testing.one("rbac_bindings", {"subjects": [testing.subject_of("shop", "app")]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair({"automount": false})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([pair({}), bound])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"service_account": "{{ .Values.name }}"}, {}), testing.one("service_accounts", {"name": "{{ .Values.name }}"})])
}
