package hushgate.checks.repository.no_owner_test

import data.hushgate.checks.repository.no_owner as check
import data.hushgate.testing

policy := testing.one("policies", {"at": {"file": "vault/app.hcl"}})

owners(line) := testing.one("repository_files", {"lines": [line]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([policy, owners("docs/ @writers")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as policy
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([policy, owners("vault/ @security")])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.join([policy, owners("*.hcl @security")])
}

test_compliant_4 if {
	count(check.violation) == 0 with data.estate as testing.join([policy, owners("* @everybody")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("policies", {"at": {"confidence": "low"}})
}
