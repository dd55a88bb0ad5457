package hushgate.checks.cross.audience_mismatch_test

import data.hushgate.checks.cross.audience_mismatch as check
import data.hushgate.testing

pair(audiences, audience) := testing.join([testing.one("secret_stores", {"audiences": audiences}), testing.role({"bound": {"audience": audience}})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair(["api"], "vault")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair(["vault"], "vault")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair([], "vault")
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as pair(["api"], "")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair(["<audience>"], "<audience>")
}
