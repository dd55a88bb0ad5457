package hushgate.checks.operator.store_auth_chain_test

import data.hushgate.checks.operator.store_auth_chain as check
import data.hushgate.testing

pair(origin) := testing.join([
	testing.one("secret_stores", {"credentials": [{"setting": "tokenSecretRef", "namespace": "", "secret": "token", "key": "token", "line": 9, "column": 5}]}),
	testing.one("secret_objects", {"name": "token", "store": origin}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("SecretStore/other")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as pair("SecretStore/vault")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_stores", {"name": "<name>"})
}
