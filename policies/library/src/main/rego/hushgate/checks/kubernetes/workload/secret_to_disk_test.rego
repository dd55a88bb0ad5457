package hushgate.checks.kubernetes.workload.secret_to_disk_test

import data.hushgate.checks.kubernetes.workload.secret_to_disk as check
import data.hushgate.testing

write(changes) := testing.one("commands", object.union({"subject": "Job/migrate", "program": "echo", "variables": ["DB_PASSWORD"], "output": "/workspace/pw"}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as write({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as write({"output": "/dev/shm/pw"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as write({"output": ""})
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as write({"subject": "script"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as write({"variables": []})
}
