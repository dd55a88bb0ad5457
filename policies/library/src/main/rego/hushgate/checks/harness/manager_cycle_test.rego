package hushgate.checks.harness.manager_cycle_test

import data.hushgate.checks.harness.manager_cycle as check
import data.hushgate.testing

secret(name, manager) := testing.one("harness_secrets", {"identifier": name, "manager": manager})

connector(name, reference) := testing.one("harness_connectors", {"identifier": name, "secret_refs": {"authToken": reference}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([connector("a", "account.token_a"), secret("token_a", "account.b"), connector("b", "account.token_b"), secret("token_b", "account.a")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([connector("a", "account.token_a"), secret("token_a", "account.b"), connector("b", "account.token_b"), secret("token_b", "harnessSecretManager")])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([connector("a", "account.token_a"), secret("token_a", "account.a")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as connector("a", "<secret>")
}
