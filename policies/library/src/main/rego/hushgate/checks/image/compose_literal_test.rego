package hushgate.checks.image.compose_literal_test

import data.hushgate.checks.image.compose_literal as check
import data.hushgate.testing

service(value) := testing.one("compose_services", {"variables": [testing.setting("DB_PASSWORD", value)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as service("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as service("reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as service("weak")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as service("placeholder")
}
