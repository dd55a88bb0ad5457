package hushgate.checks.kubernetes.workload.secret_subpath_test

import data.hushgate.checks.kubernetes.workload.secret_subpath as check
import data.hushgate.testing

mounted(type, inner) := testing.pod({"volumes": [testing.volume(type, {})]}, {"mounts": [testing.mount("/etc/db", inner)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as mounted("secret", "password")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as mounted("secret", "")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as mounted("config", "password")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as mounted("empty", "<file>")
}
