package hushgate.checks.vault.connection.method_unknown_test

import data.hushgate.checks.vault.connection.method_unknown as check
import data.hushgate.testing

loader(method) := testing.connection({"via": "harness-loader", "enabled": true, "method": method})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader("k8s")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader("kubernetes")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader("{{ .Values.method }}")
}
