package hushgate.checks.cross.secret_shared_env_test

import data.hushgate.checks.cross.secret_shared_env as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with input as testing.found(["envs/dev/db.yaml", "envs/prod/db.yaml"], {})
	result.at.file == "envs/prod/db.yaml"
	result.message == "one Database password serves development and production"
	count(result.related) == 1
}

test_violating_2 if {
	count(check.violation) == 1 with input as testing.found(["values-production-and-staging.yaml"], {})
}

test_compliant_1 if {
	count(check.violation) == 0 with input as testing.found(["envs/prod/db.yaml", "envs/prod/mail.yaml"], {})
}

test_compliant_2 if {
	count(check.violation) == 0 with input as testing.found(["envs/dev/db.yaml", "envs/qa/db.yaml"], {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with input as {"findings": []}
}
