package hushgate.checks.lifecycle.dynamic_no_restart_test

import data.hushgate.checks.lifecycle.dynamic_no_restart as check
import data.hushgate.testing

dynamic(value) := testing.one("loader_databases", {"dynamic": value, "role": "r", "engine": "database"})

with_workloads(database, workloads) := testing.join([database, workloads])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as with_workloads(dynamic(true), {"workloads": []})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as with_workloads(dynamic(true), testing.one("workloads", {"kind": "CronJob", "name": "restart-harness"}))
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as with_workloads(dynamic(false), {"workloads": []})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as with_workloads(dynamic(null), {"workloads": []})
}
