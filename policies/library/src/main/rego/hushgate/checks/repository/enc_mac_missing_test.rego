package hushgate.checks.repository.enc_mac_missing_test

import data.hushgate.checks.repository.enc_mac_missing as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("encrypted_files", {"authenticated": false})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("encrypted_files", {"authenticated": true})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("encrypted_files", {"authenticated": null})
}
