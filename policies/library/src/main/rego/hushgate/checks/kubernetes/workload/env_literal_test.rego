package hushgate.checks.kubernetes.workload.env_literal_test

import data.hushgate.checks.kubernetes.workload.env_literal as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.workload("DB_PASSWORD", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.workload("DB_PASSWORD", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.workload("DB_PASSWORD_FILE", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.workload("DB_PASSWORD", "placeholder")
}
