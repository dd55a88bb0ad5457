package hushgate.checks.kubernetes.workload.secret_hostpath_test

import data.hushgate.checks.kubernetes.workload.secret_hostpath as check
import data.hushgate.testing

host(path) := testing.pod({"volumes": [testing.volume("host", {"ref": path})]}, {})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as host("/root/.aws")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as host("/srv/app/secrets")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as host("/srv/app/data")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as host("{{ .Values.hostPath }}")
}
