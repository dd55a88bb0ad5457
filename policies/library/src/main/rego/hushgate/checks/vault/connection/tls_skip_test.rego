package hushgate.checks.vault.connection.tls_skip_test

import data.hushgate.checks.vault.connection.tls_skip as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.connection({"tls_skip": true})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"tls_skip": false})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"tls_skip": null})
}
