package hushgate.checks.harness.loader_sa_extra_test

import data.hushgate.checks.harness.loader_sa_extra as check
import data.hushgate.testing

estate(enabled) := testing.join([
	testing.connection({"via": "harness-loader", "enabled": true, "role": "harness"}),
	testing.role({"name": "harness", "bound": {"service_accounts": ["chaos-linux-ifs-sa"]}}),
	testing.one("chart_settings", {"key": "global.chaos.enabled", "value": enabled}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as estate("false")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as estate("true")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as estate("<boolean>")
}
