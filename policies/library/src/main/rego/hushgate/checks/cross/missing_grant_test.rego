package hushgate.checks.cross.missing_grant_test

import data.hushgate.checks.cross.missing_grant as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with data.estate as testing.one("missing_grants", {})
	result.at.confidence == "high"
	result.message == "read of secret/data/shop/db, which Deployment/web needs, is not granted to role app on auth/kubernetes: no rule"
}

test_violating_2 if {
	some result in check.violation with data.estate as testing.one("missing_grants", {"undefined": ["elsewhere"]})
	result.at.confidence == "low"
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("missing_grants", {"path": "<engine>/data/<basePath>/db"})
}
