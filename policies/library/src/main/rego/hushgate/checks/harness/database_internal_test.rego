package hushgate.checks.harness.database_internal_test

import data.hushgate.checks.harness.database_internal as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("loader_databases", {"installed": true, "engine": "secret"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("loader_databases", {"installed": false, "engine": "secret"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("loader_databases", {"installed": true})
}
