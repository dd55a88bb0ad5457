package hushgate.checks.vault.token.root_test

import data.hushgate.checks.vault.token.root as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.token({"policies": ["root"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.token({"policies": ["app"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.token({"policies": ["<policy>"]})
}
