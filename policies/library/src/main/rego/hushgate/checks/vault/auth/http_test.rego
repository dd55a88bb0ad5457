package hushgate.checks.vault.auth.http_test

import data.hushgate.checks.vault.auth.http as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.auth_config({"host": "http://10.0.0.1"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"host": "https://kubernetes.default.svc"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"host": "<kubernetes-host>"})
}
