package hushgate.checks.operator.csi_sync_test

import data.hushgate.checks.operator.csi_sync as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("secret_stores", {"kind": "SecretProviderClass", "copies": true})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"kind": "SecretProviderClass"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"name": "<name>"})
}
