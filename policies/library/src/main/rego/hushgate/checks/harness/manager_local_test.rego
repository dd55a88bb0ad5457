package hushgate.checks.harness.manager_local_test

import data.hushgate.checks.harness.manager_local as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_connectors", {"type": "Local", "identifier": "harnessSecretManager"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("harness_connectors", {"type": "Local"}), testing.one("harness_connectors", {})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"type": "<type>"})
}
