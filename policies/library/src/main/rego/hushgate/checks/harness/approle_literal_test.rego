package hushgate.checks.harness.approle_literal_test

import data.hushgate.checks.harness.approle_literal as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_connectors", {"secret_values": {"secretId": "literal"}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"secret_values": {"secretId": "reference"}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"secret_values": {"secretId": "placeholder"}})
}
