package hushgate.checks.operator.clusterstore_open_test

import data.hushgate.checks.operator.clusterstore_open as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("secret_stores", {"kind": "ClusterSecretStore", "open": true})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"kind": "ClusterSecretStore", "open": false})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"name": "<name>"})
}
