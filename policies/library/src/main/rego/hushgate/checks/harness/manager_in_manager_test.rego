package hushgate.checks.harness.manager_in_manager_test

import data.hushgate.checks.harness.manager_in_manager as check
import data.hushgate.testing

pair(manager) := testing.join([testing.one("harness_connectors", {"secret_refs": {"authToken": "account.vault_token"}}), testing.one("harness_secrets", {"manager": manager})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("account.aws_sm")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("harnessSecretManager")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("account.vault_prod")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"secret_refs": {"authToken": "<secret>"}})
}
