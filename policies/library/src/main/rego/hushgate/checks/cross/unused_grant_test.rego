package hushgate.checks.cross.unused_grant_test

import data.hushgate.checks.cross.unused_grant as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with data.estate as testing.one("unused_grants", {})
	result.at.confidence == "low"
}

test_violating_2 if {
	some result in check.violation with data.estate as testing.one("unused_grants", {"uses": 0})
		with data.hushgate.limits.complete as ["uses"]
	result.at.confidence == "high"
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("unused_grants", {"uses": 0})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("unused_grants", {"whole": false})
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.one("unused_grants", {"path": "auth/token/renew-self"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("unused_grants", {"path": "<engine>/data/*"})
}
