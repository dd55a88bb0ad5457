package hushgate.checks.vault.policy.transit_export_test

import data.hushgate.checks.vault.policy.transit_export as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("transit/export/encryption-key/app", ["read"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("transit/encrypt/app", ["update"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/export/app", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
