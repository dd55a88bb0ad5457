package hushgate.checks.operator.vso_tls_skip_test

import data.hushgate.checks.operator.vso_tls_skip as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("secret_stores", {"kind": "VaultConnection", "tls_skip": true})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"kind": "VaultConnection", "tls_skip": false})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"name": "<name>"})
}
