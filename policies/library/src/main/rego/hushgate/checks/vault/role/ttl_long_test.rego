package hushgate.checks.vault.role.ttl_long_test

import data.hushgate.checks.vault.role.ttl_long as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"token": {"ttl": {"text": "768h", "seconds": 2764800}}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"token": {"ttl": {"text": "1h", "seconds": 3600}}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
