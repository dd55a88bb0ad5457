package hushgate.checks.kubernetes.cluster.psa_missing_test

import data.hushgate.checks.kubernetes.cluster.psa_missing as check
import data.hushgate.testing

namespace(labels) := testing.one("namespaces", {"labels": labels})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as namespace({})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as namespace({"pod-security.kubernetes.io/enforce": "privileged"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as namespace({"pod-security.kubernetes.io/enforce": "restricted"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as namespace({"pod-security.kubernetes.io/enforce": "{{ .Values.level }}"})
}
