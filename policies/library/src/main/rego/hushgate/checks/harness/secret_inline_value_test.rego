package hushgate.checks.harness.secret_inline_value_test

import data.hushgate.checks.harness.secret_inline_value as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_secrets", {"value": "literal", "value_type": "Inline"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value": "literal", "value_type": "Reference"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value": "empty", "value_type": "Inline"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value": "placeholder", "value_type": "Inline"})
}
