package hushgate.checks.cross.env_drift_test

import data.hushgate.checks.cross.env_drift as check
import data.hushgate.testing

policy(file) := testing.one("network_policies", {"at": {"file": file}})

app(file) := testing.one("workloads", {"at": {"file": file}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([policy("overlays/prod/deny.yaml"), app("overlays/dev/app.yaml")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([policy("overlays/prod/deny.yaml"), policy("overlays/dev/deny.yaml"), app("overlays/dev/app.yaml")])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([policy("base/deny.yaml"), app("overlays/dev/app.yaml")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as policy("overlays/<env>/deny.yaml")
}
