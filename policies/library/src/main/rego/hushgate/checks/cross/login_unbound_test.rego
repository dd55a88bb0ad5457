package hushgate.checks.cross.login_unbound_test

import data.hushgate.checks.cross.login_unbound as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("uses", {"service_account": "other"}), testing.role({})])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("uses", {"namespace": "web"}), testing.role({})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {}), testing.role({})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {"service_account": "app-1"}), testing.role({"bound": {"service_accounts": ["app-*"]}})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {"service_account": "<account>"}), testing.role({})])
}
