package hushgate.checks.helm.vault_dev_test

import data.hushgate.checks.helm.vault_dev as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("chart_settings", {"key": "server.dev.enabled", "value": "true"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("commands", {"subject": "Dockerfile", "program": "vault", "verbs": ["server"], "flags": ["-dev"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("chart_settings", {"key": "server.dev.enabled", "value": "false"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "vault", "verbs": ["server"], "flags": ["-dev"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("chart_settings", {"key": "server.dev.enabled", "value": "<boolean>"})
}
