package hushgate.checks.vault.connection.provider_unknown_test

import data.hushgate.checks.vault.connection.provider_unknown as check
import data.hushgate.testing

loader(provider) := testing.connection({"via": "harness-loader", "enabled": true, "provider": provider})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader("aws")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader("vault")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader("<provider>")
}
