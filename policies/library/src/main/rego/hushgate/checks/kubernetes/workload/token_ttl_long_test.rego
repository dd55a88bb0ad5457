package hushgate.checks.kubernetes.workload.token_ttl_long_test

import data.hushgate.checks.kubernetes.workload.token_ttl_long as check
import data.hushgate.testing

token(seconds) := testing.pod({"volumes": [testing.volume("token", {"expiration_seconds": seconds})]}, {})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as token(31536000)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as token(3600)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as token(null)
}
