package hushgate.checks.repository.enc_partial_test

import data.hushgate.checks.repository.enc_partial as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("encrypted_files", {"clear_keys": ["api_token"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("encrypted_files", {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("encrypted_files", {"tool": "age"})
}
