package hushgate.checks.pachyderm.stdin_echo_test

import data.hushgate.checks.pachyderm.stdin_echo as check
import data.hushgate.testing

run(changes) := testing.one("commands", object.union({"subject": "Pachyderm/count"}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as run({"program": "mongo", "settings": [testing.setting("--password", "reference")]})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as run({"program": "echo", "variables": ["AUTH_TOKEN"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as run({"program": "mongo", "settings": [testing.setting("--host", "literal")]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as run({"program": "mongo", "settings": [testing.setting("--password", "placeholder")]})
}
