package hushgate.checks.vault.role.periodic_test

import data.hushgate.checks.vault.role.periodic as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"token": {"period": {"text": "24h", "seconds": 86400}}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({"token": {"period": {"text": "24h", "seconds": 86400}, "explicit_max_ttl": {"text": "72h", "seconds": 259200}}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
