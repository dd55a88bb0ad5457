package hushgate.checks.harness.ssl_key_value_test

import data.hushgate.checks.harness.ssl_key_value as check
import data.hushgate.testing

key(value) := testing.one("chart_values", {"key": "global.databases.postgres.ssl.trustStorePasswordKey", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as key("weak")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as key("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as key("reference")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as key("placeholder")
}
