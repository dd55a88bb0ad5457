package hushgate.checks.pachyderm.env_literal_test

import data.hushgate.checks.pachyderm.env_literal as check
import data.hushgate.testing

env(value) := testing.one("pachyderm_pipelines", {"variables": [testing.setting("DB_PASSWORD", value)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as env("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as env("reference")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as env("placeholder")
}
