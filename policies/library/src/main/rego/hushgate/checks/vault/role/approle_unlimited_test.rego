package hushgate.checks.vault.role.approle_unlimited_test

import data.hushgate.checks.vault.role.approle_unlimited as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"kind": "approle"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "approle", "secret_id": {"num_uses": 1}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "approle", "secret_id": {"ttl": testing.hour}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "kubernetes"})
}
