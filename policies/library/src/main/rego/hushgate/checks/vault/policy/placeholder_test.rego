package hushgate.checks.vault.policy.placeholder_test

import data.hushgate.checks.vault.policy.placeholder as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("<engine>/data/app/*", ["read"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/app/*", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/{{identity.entity.id}}/*", ["read"])])
}
