package hushgate.checks.vault.role.root_policy_test

import data.hushgate.checks.vault.role.root_policy as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"policies": ["root"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"policies": ["app"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
