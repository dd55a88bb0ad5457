package hushgate.checks.image.env_secret_test

import data.hushgate.checks.image.env_secret as check
import data.hushgate.testing

env(value, variables) := testing.one("image_steps", {"instruction": "ENV", "name": "API_KEY", "value": value, "variables": variables})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as env("literal", [])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([env("reference", ["KEY"]), testing.one("image_steps", {"instruction": "ARG", "name": "KEY"})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as env("reference", ["HOME"])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("image_steps", {"instruction": "ENV", "name": "API_KEY_FILE", "value": "literal"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as env("placeholder", [])
}
