package hushgate.checks.kubernetes.workload.env_whole_secret_test

import data.hushgate.checks.kubernetes.workload.env_whole_secret as check
import data.hushgate.testing

from(source) := {"env_from": [{"source": source, "ref": "db", "prefix": "", "line": 12, "column": 9}]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.pod({}, from("secret"))
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, from("config"))
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({}, {"env": [testing.variable("DB_PASSWORD", "value", "placeholder")]})
}
