package hushgate.checks.helm.vault_not_ha_test

import data.hushgate.checks.helm.vault_not_ha as check
import data.hushgate.testing

alone(value) := testing.one("chart_settings", {"key": "server.standalone.enabled", "value": value})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as alone("true")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as alone("false")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as alone("-")
}
