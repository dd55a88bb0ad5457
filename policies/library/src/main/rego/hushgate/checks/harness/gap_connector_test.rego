package hushgate.checks.harness.gap_connector_test

import data.hushgate.checks.harness.gap_connector as check
import data.hushgate.testing

pair(value, type) := testing.join([testing.one("harness_settings", {"value": value}), testing.one("harness_connectors", {"type": type, "secret_refs": {"tokenRef": "account.git"}})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("true", "Github")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("false", "Github")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("true", "Vault")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"type": "<type>"})
}
