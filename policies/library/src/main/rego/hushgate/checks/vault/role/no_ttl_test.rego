package hushgate.checks.vault.role.no_ttl_test

import data.hushgate.checks.vault.role.no_ttl as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"token": {"ttl": {"text": "", "seconds": null}, "max_ttl": {"text": "", "seconds": null}}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"token": {"ttl": {"text": "<ttl>", "seconds": null}}})
}
