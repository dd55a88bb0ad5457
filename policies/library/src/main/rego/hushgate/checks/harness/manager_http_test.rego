package hushgate.checks.harness.manager_http_test

import data.hushgate.checks.harness.manager_http as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_connectors", {"address": "http://vault.example:8200"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("harness_connectors", {"address": "http://vault.vault.svc:8200"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"address": "http://localhost:8200"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("harness_connectors", {"address": "<vault-url>"})
}
