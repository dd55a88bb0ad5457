package hushgate.checks.shell.kms_destroyed_test

import data.hushgate.checks.shell.kms_destroyed as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("commands", {"program": "aws", "verbs": ["kms", "schedule-key-deletion"]})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("commands", {"program": "gcloud", "verbs": ["kms", "keys", "versions", "destroy"]})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.one("cloud_resources", {"type": "google_kms_crypto_key_version", "settings": {"state": "DESTROYED"}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "aws", "verbs": ["kms", "describe-key"]})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("cloud_resources", {"type": "google_kms_crypto_key_version", "settings": {"state": "ENABLED"}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "aws", "verbs": ["kms"]})
}
