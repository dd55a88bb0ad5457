package hushgate.checks.vault.role.password_user_test

import data.hushgate.checks.vault.role.password_user as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"kind": "userpass", "token": {"ttl": testing.nothing}})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.role({"kind": "userpass", "token": {"ttl": {"text": "768h", "seconds": 2764800}}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "userpass"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "kubernetes", "token": {"ttl": testing.nothing}})
}
