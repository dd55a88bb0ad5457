package hushgate.checks.helm.vault_tls_off_test

import data.hushgate.checks.helm.vault_tls_off as check
import data.hushgate.testing

tls(use, value) := testing.one("chart_settings", {"use": use, "key": "global.tlsDisable", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as tls("override", "true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as tls("override", "false")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as tls("default", "true")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as tls("override", "{{ .Values.x }}")
}
