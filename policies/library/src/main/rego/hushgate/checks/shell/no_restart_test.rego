package hushgate.checks.shell.no_restart_test

import data.hushgate.checks.shell.no_restart as check
import data.hushgate.testing

put := testing.one("commands", {"subject": "pipeline/rotate", "program": "vault", "verbs": ["kv", "put"]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as put
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([put, testing.one("commands", {"program": "kubectl", "verbs": ["rollout", "restart"]})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"subject": "script", "program": "vault", "verbs": ["kv", "put"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"subject": "pipeline/rotate", "program": "vault", "verbs": ["kv", "get"]})
}
