package hushgate.checks.repository.key_mode_test

import data.hushgate.checks.repository.key_mode as check
import data.hushgate.testing

key(rule, mode) := testing.found([], {"rule": rule, "places": [object.union(
	{"file": "id_rsa", "line": 1, "column": 1, "past": false},
	mode,
)]})

test_violating_1 if {
	some result in check.violation with input as key("rsa-private-key", {"mode": "0644"})
	contains(result.message, "everybody")
}

test_violating_2 if {
	some result in check.violation with input as key("openssh-private-key", {"mode": "0640"})
	contains(result.message, "the group")
}

test_compliant_1 if {
	count(check.violation) == 0 with input as key("rsa-private-key", {"mode": "0600"})
}

test_compliant_2 if {
	count(check.violation) == 0 with input as key("encrypted-private-key", {"mode": "0644"})
}

# Where no rights are known.
test_placeholder_1 if {
	count(check.violation) == 0 with input as key("rsa-private-key", {})
}
