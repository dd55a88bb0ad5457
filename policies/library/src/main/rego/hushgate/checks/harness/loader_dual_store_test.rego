package hushgate.checks.harness.loader_dual_store_test

import data.hushgate.checks.harness.loader_dual_store as check
import data.hushgate.testing

pair(enabled, class) := testing.join([
	testing.connection({"via": "harness-loader", "enabled": enabled, "key": "global.externalSecretsLoader"}),
	testing.one("chart_values", {"key": "ng-manager.secrets.default.LOG_SECRET", "value": class, "at": {"file": "estate/file"}}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair(true, "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair(false, "literal")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair(true, "empty")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair(true, "placeholder")
}
