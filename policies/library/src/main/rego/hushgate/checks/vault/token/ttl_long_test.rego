package hushgate.checks.vault.token.ttl_long_test

import data.hushgate.checks.vault.token.ttl_long as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.token({})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.token({"ttl": {"text": "720h", "seconds": 2592000}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.token({"ttl": {"text": "24h", "seconds": 86400}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.token({"ttl": {"text": "<ttl>", "seconds": null}})
}
