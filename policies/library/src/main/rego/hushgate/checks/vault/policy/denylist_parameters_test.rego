package hushgate.checks.vault.policy.denylist_parameters_test

import data.hushgate.checks.vault.policy.denylist_parameters as check
import data.hushgate.testing

policy(changes) := testing.policy("app", [object.union(testing.rule("database/roles/app", ["update"]), changes)])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as policy({"denied_parameters": {"db_name": ["prod"]}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as policy({"denied_parameters": {"db_name": ["prod"]}, "allowed_parameters": {"db_name": ["test"]}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as policy({"denied_parameters": {"*": []}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as policy({})
}
