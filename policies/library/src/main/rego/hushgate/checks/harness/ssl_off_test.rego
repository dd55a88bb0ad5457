package hushgate.checks.harness.ssl_off_test

import data.hushgate.checks.harness.ssl_off as check
import data.hushgate.testing

ssl(value) := testing.one("chart_settings", {"key": "global.databases.postgres.ssl.enabled", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as ssl("false")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as ssl("true")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([ssl("false"), testing.one("chart_settings", {"key": "global.database.postgres.installed", "value": "true"})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as ssl("<boolean>")
}
