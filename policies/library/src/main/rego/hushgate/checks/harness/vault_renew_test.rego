package hushgate.checks.harness.vault_renew_test

import data.hushgate.checks.harness.vault_renew as check
import data.hushgate.testing

vault(minutes, token) := testing.one("harness_connectors", {"settings": {"renewalIntervalMinutes": minutes}, "secret_values": {"authToken": token}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as vault("0", "reference")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as vault("10", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as vault("0", "absent")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as vault("0", "placeholder")
}
