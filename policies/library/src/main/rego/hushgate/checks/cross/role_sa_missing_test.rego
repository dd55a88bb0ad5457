package hushgate.checks.cross.role_sa_missing_test

import data.hushgate.checks.cross.role_sa_missing as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.role({}), testing.one("service_accounts", {"name": "other"})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({}), testing.one("service_accounts", {})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"bound": {"namespaces": ["*"]}}), testing.one("service_accounts", {"namespace": "web"})])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.role({"bound": {"service_accounts": ["<account>"]}}), testing.one("service_accounts", {})])
}
