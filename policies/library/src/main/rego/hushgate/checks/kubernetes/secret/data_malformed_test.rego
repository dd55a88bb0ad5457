package hushgate.checks.kubernetes.secret.data_malformed_test

import data.hushgate.checks.kubernetes.secret.data_malformed as check
import data.hushgate.testing

flawed(flaw) := testing.one("secret_objects", {"keys": [object.union(testing.data_key("password", "literal"), {"flaw": flaw})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as flawed("newline")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as flawed("encoding")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as flawed("")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_objects", {"keys": [testing.data_key("password", "placeholder")]})
}
