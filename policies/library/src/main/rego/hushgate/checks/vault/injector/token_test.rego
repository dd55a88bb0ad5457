package hushgate.checks.vault.injector.token_test

import data.hushgate.checks.vault.injector.token as check
import data.hushgate.testing

annotated(value) := testing.one("workloads", {"annotations": {"vault.hashicorp.com/agent-inject-token": value}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as annotated("true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as annotated("false")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as annotated("{{ .Values.token }}")
}
