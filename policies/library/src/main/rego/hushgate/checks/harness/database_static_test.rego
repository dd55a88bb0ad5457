package hushgate.checks.harness.database_static_test

import data.hushgate.checks.harness.database_static as check
import data.hushgate.testing

static(dynamic) := testing.join([testing.one("loader_databases", {"engine": "secret", "path": "db", "dynamic": dynamic}), testing.one("vault_mounts", {"type": "database"})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as static(false)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as static(true)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("loader_databases", {"engine": "secret"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("loader_databases", {"engine": ""})
}
