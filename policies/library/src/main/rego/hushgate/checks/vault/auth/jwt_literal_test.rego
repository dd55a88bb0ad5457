package hushgate.checks.vault.auth.jwt_literal_test

import data.hushgate.checks.vault.auth.jwt_literal as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.auth_config({"reviewer_jwt": "literal"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"reviewer_jwt": "reference"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.auth_config({"reviewer_jwt": "placeholder"})
}
