package hushgate.checks.vault.connection.role_missing_test

import data.hushgate.checks.vault.connection.role_missing as check
import data.hushgate.testing

loader(role) := testing.connection({"via": "harness-loader", "enabled": true, "key": "global.externalSecretsLoader", "role": role})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader("")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader("harness")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader("<role>")
}
