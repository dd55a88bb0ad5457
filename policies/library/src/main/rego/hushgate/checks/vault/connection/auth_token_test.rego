package hushgate.checks.vault.connection.auth_token_test

import data.hushgate.checks.vault.connection.auth_token as check
import data.hushgate.testing

loader(method) := testing.connection({"via": "harness-loader", "key": "global.externalSecretsLoader", "enabled": true, "method": method})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader("token")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as loader("approle")
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.connection({"enabled": true, "method": "token"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader("kubernetes")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.connection({"enabled": false, "method": "token"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader("<method>")
}
