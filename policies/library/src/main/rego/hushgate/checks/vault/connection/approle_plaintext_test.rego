package hushgate.checks.vault.connection.approle_plaintext_test

import data.hushgate.checks.vault.connection.approle_plaintext as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.connection({"secret_id": "literal"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"secret_id": "reference"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"secret_id": "placeholder"})
}
