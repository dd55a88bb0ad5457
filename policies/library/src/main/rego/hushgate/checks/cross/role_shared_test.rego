package hushgate.checks.cross.role_shared_test

import data.hushgate.checks.cross.role_shared as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"bound": {"service_accounts": ["a", "b", "c", "d", "e"]}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["a", "b"]}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<account>"]}})
}
