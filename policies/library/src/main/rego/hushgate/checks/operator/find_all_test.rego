package hushgate.checks.operator.find_all_test

import data.hushgate.checks.operator.find_all as check
import data.hushgate.testing

use(path) := testing.one("uses", {"via": "eso", "subject": "ExternalSecret/db", "path": path})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as use("secret/data/app/*")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as use("secret/data/app/db")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as use("<path>")
}
