package hushgate.checks.vault.policy.kv2_parameters_test

import data.hushgate.checks.vault.policy.kv2_parameters as check
import data.hushgate.testing

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/app", ["create"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}

test_violating_1 if {
	rule := object.union(testing.rule("secret/data/app", ["create"]), {"required_parameters": ["owner"]})
	count(check.violation) == 1 with data.estate as testing.policy("app", [rule])
}
