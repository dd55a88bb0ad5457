package hushgate.checks.vault.auth.reviewer_test

import data.hushgate.checks.vault.auth.reviewer as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.auth_config({"host": "https://10.0.0.1", "reviewer_jwt": "reference"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.auth_config({"host": "https://10.0.0.1", "reviewer_jwt": "literal", "certificate": false})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"host": "https://10.0.0.1"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"host": "https://10.0.0.1", "reviewer_jwt": "placeholder"})
}
