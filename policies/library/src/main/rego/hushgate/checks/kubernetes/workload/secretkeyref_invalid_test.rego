package hushgate.checks.kubernetes.workload.secretkeyref_invalid_test

import data.hushgate.checks.kubernetes.workload.secretkeyref_invalid as check
import data.hushgate.testing

referring(key) := {"env": [object.union(testing.variable("TOKEN", "secret", "absent"), {"ref": "db", "key": key})]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({}, referring(""))
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, referring("token"))
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, referring("{{ .Values.key }}"))
}
