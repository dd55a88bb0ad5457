package hushgate.checks.vault.injector.tls_skip_test

import data.hushgate.checks.vault.injector.tls_skip as check
import data.hushgate.testing

annotated(value) := testing.one("workloads", {"annotations": {"vault.hashicorp.com/tls-skip-verify": value}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as annotated("true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as annotated("false")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as annotated("{{ .Values.skip }}")
}
