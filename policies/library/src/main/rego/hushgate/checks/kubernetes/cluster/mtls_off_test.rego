package hushgate.checks.kubernetes.cluster.mtls_off_test

import data.hushgate.checks.kubernetes.cluster.mtls_off as check
import data.hushgate.testing

peer(mode) := testing.one("peer_authentications", {"mode": mode})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as peer("PERMISSIVE")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as peer("STRICT")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as peer("{{ .Values.mode }}")
}
