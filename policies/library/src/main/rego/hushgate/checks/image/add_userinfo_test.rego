package hushgate.checks.image.add_userinfo_test

import data.hushgate.checks.image.add_userinfo as check
import data.hushgate.testing

add(credentials) := testing.one("image_steps", {"instruction": "ADD", "sources": ["https://example.com/a.tgz"], "credentials": credentials})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as add(true)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as add(false)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("image_steps", {"instruction": "ADD", "sources": ["<address>"]})
}
