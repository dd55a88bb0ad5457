package hushgate.checks.kubernetes.workload.secret_volume_persistent_test

import data.hushgate.checks.kubernetes.workload.secret_volume_persistent as check
import data.hushgate.testing

mounted(type, path) := testing.pod({"volumes": [testing.volume(type, {})]}, {"mounts": [testing.mount(path, "")]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as mounted("claim", "/opt/harness/secrets")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as mounted("host", "/vault/secrets/app")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as mounted("empty", "/opt/harness/secrets")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as mounted("claim", "/var/lib/data")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as mounted("claim", "{{ .Values.path }}")
}
