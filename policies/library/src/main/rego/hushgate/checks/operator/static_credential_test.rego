package hushgate.checks.operator.static_credential_test

import data.hushgate.checks.operator.static_credential as check
import data.hushgate.testing

store(setting) := testing.one("secret_stores", {"credentials": [{"setting": setting, "namespace": "", "secret": "token", "key": "token", "line": 9, "column": 5}]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as store("tokenSecretRef")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as store("caProviderSecretRef")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"name": "<name>"})
}
