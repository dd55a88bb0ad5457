package hushgate.checks.cross.secret_still_live_test

import data.hushgate.checks.cross.secret_still_live as check
import data.hushgate.testing

old := {"file": "1234567:app.env", "line": 3, "column": 5, "past": true}

layer := {"file": "sha256:ab!app.env", "line": 3, "column": 5, "past": false}

test_violating_1 if {
	some result in check.violation with input as testing.found([], {"history": {"in_head": false}, "places": [layer, old]})
	result.at.file == "sha256:ab!app.env"
}

test_compliant_1 if {
	count(check.violation) == 0 with input as testing.found([], {"history": {"in_head": true}, "places": [layer, old]})
}

test_compliant_2 if {
	count(check.violation) == 0 with input as testing.found([], {"history": {"in_head": false}, "places": [old]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with input as testing.found(["app.env"], {})
}
