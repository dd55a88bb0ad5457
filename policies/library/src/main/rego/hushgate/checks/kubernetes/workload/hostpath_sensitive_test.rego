package hushgate.checks.kubernetes.workload.hostpath_sensitive_test

import data.hushgate.checks.kubernetes.workload.hostpath_sensitive as check
import data.hushgate.testing

host(path) := testing.pod({"volumes": [testing.volume("host", {"ref": path})]}, {})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as host("/var/lib/kubelet/pods")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as host("/")
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as host("/var/run/docker.sock")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as host("/var/log")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as host("{{ .Values.hostPath }}")
}
