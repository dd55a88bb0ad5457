package hushgate.checks.vault.role.default_policy_test

import data.hushgate.checks.vault.role.default_policy as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"token": {"no_default_policy": true}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"policies": []})
}
