package hushgate.checks.image.label_secret_test

import data.hushgate.checks.image.label_secret as check
import data.hushgate.testing

label(name, value) := testing.one("image_steps", {"instruction": "LABEL", "name": name, "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as label("deploy.token", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as label("org.opencontainers.image.title", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as label("deploy.token", "placeholder")
}
