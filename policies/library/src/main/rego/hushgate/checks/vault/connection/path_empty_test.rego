package hushgate.checks.vault.connection.path_empty_test

import data.hushgate.checks.vault.connection.path_empty as check
import data.hushgate.testing

loader(engine, path) := testing.connection({"via": "harness-loader", "enabled": true, "engine": engine, "base_path": path})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader("", "harness")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as loader("secret/data", "harness")
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as loader("secret", "/harness")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader("secret", "harness")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader("<engine>", "<path>")
}
