package hushgate.checks.vault.policy.secret_id_unwrapped_test

import data.hushgate.checks.vault.policy.secret_id_unwrapped as check
import data.hushgate.testing

policy(changes) := testing.policy("ci", [object.union(testing.rule("auth/approle/role/app/secret-id", ["update"]), changes)])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as policy({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as policy({"min_wrapping_ttl": {"text": "60s", "seconds": 60}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("ci", [testing.rule("auth/approle/role/app/role-id", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("ci", [testing.rule("auth/<mount>/config", ["update"])])
}
