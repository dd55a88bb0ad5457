package hushgate.checks.kubernetes.workload.arg_secret_test

import data.hushgate.checks.kubernetes.workload.arg_secret as check
import data.hushgate.testing

argument(value) := {"arguments": [{"name": "--password", "value": value, "line": 14, "column": 9}]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({}, {"env": [testing.variable("DB_PASSWORD", "secret", "absent")], "argument_references": ["DB_PASSWORD"]})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.pod({}, argument("literal"))
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {"env": [testing.variable("DB_PASSWORD", "secret", "absent")], "argument_references": ["HOME"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, argument("placeholder"))
}
