package hushgate.checks.harness.prefer_reference_test

import data.hushgate.checks.harness.prefer_reference as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_secrets", {"value_type": "Inline", "manager": "account.vault_prod"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value_type": "Reference", "manager": "account.vault_prod"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value_type": "Inline", "manager": "harnessSecretManager"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_secrets", {"value_type": "<type>", "manager": "<manager>"})
}
