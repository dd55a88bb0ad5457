package hushgate.checks.harness.manager_leftover_test

import data.hushgate.checks.harness.manager_leftover as check
import data.hushgate.testing

pair(refs) := testing.join([testing.one("harness_secrets", {}), testing.one("harness_connectors", {"settings": {"isDefault": "true"}, "secret_refs": refs})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair({"authToken": "account.vault_token"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"manager": "<manager>"})
}
