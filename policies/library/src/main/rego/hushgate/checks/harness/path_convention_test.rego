package hushgate.checks.harness.path_convention_test

import data.hushgate.checks.harness.path_convention as check
import data.hushgate.testing

pair(path) := testing.join([
	testing.connection({"via": "harness-loader", "engine": "secret", "base_path": "harness"}),
	testing.one("uses", {"via": "shell", "operation": "update", "path": path}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("secret/data/harness/platform-service/secrets")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/harness/platform-service/env-secrets")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/other/app")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/harness/<service>/x")
}
