package hushgate.checks.harness.chart_too_old_test

import data.hushgate.checks.harness.chart_too_old as check
import data.hushgate.testing

loader := testing.connection({"via": "harness-loader", "enabled": true})

release(version) := testing.one("releases", {"chart": "harness", "version": version})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([loader, release("0.35.1")])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([loader, testing.one("charts", {"dependencies": [{"name": "harness", "version": "0.30.0", "line": 4, "column": 3}]})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([loader, release("0.36.0")])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as release("0.35.1")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([loader, release("<version>")])
}
