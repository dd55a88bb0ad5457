package hushgate.checks.operator.vso_auth_open_test

import data.hushgate.checks.operator.vso_auth_open as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("secret_stores", {"kind": "VaultAuth", "allowed_namespaces": ["*"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"kind": "VaultAuth", "allowed_namespaces": ["shop"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"kind": "VaultAuth", "allowed_namespaces": ["<namespace>"]})
}
