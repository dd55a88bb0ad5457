package hushgate.checks.harness.git_via_manager_test

import data.hushgate.checks.harness.git_via_manager as check
import data.hushgate.testing

git(value) := testing.one("harness_connectors", {"type": "Github", "settings": {"executeOnDelegate": value}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as git("false")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as git("true")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as git("<boolean>")
}
