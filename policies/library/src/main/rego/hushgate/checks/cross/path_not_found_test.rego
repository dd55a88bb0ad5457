package hushgate.checks.cross.path_not_found_test

import data.hushgate.checks.cross.path_not_found as check
import data.hushgate.testing

write(path) := testing.one("uses", {"via": "shell", "subject": "script", "operation": "update", "path": path})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("uses", {}), write("secret/data/other")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {}), write("secret/data/app/db")])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {}), write("kv/data/other")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {"path": "secret/data/<app>"}), write("secret/data/other")])
}
