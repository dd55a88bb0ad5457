package hushgate.checks.cloud.kms_rotation_test

import data.hushgate.checks.cloud.kms_rotation as check
import data.hushgate.testing

pair(settings) := testing.join([testing.one("cloud_resources", {"type": "google_kms_crypto_key", "settings": settings}), testing.one("harness_connectors", {"type": "GcpKms", "settings": {"keyName": "harness"}})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair({"name": "harness", "rotation_period": "7776000s"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair({"name": "harness"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair({"name": "other", "rotation_period": "7776000s"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"type": "GcpKms", "settings": {"keyName": "<key>"}})
}
