package hushgate.checks.kubernetes.workload.env_secretref_test

import data.hushgate.checks.kubernetes.workload.env_secretref as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({}, {"env": [testing.variable("DB_PASSWORD", "secret", "absent")]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {"env": [testing.variable("LOG_LEVEL", "config", "absent")]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {"env": [testing.variable("DB_PASSWORD", "value", "placeholder")]})
}
