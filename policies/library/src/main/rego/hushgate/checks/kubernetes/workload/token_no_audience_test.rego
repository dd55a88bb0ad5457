package hushgate.checks.kubernetes.workload.token_no_audience_test

import data.hushgate.checks.kubernetes.workload.token_no_audience as check
import data.hushgate.testing

token(audience) := testing.pod({"volumes": [testing.volume("token", {"audience": audience})]}, {})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as token("")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as token("vault")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as token("<audience>")
}
