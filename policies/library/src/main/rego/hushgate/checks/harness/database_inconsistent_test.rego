package hushgate.checks.harness.database_inconsistent_test

import data.hushgate.checks.harness.database_inconsistent as check
import data.hushgate.testing

database(changes) := testing.one("loader_databases", changes)

test_violating_1 if {
	count(check.violation) == 1 with data.estate as database({"enabled": false, "engine": "secret", "path": "db"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as database({"dynamic": true, "engine": "database"})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as database({"dynamic": true, "engine": "database", "role": "r", "path": "db"})
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as database({"engine": "secret"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as database({"dynamic": true, "engine": "database", "role": "r"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as database({"engine": "secret", "path": "db"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as database({})
}
