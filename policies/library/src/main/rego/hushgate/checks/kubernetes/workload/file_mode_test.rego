package hushgate.checks.kubernetes.workload.file_mode_test

import data.hushgate.checks.kubernetes.workload.file_mode as check
import data.hushgate.testing

with_mode(mode) := testing.pod({"volumes": [testing.volume("secret", {"mode": mode})]}, {})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as with_mode(420)
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.pod({"annotations": {"vault.hashicorp.com/agent-inject-perms-db": "0644"}}, {})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as with_mode(256)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as with_mode(null)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.pod({"annotations": {"vault.hashicorp.com/agent-inject-perms-db": "{{ .Values.mode }}"}}, {})
}
