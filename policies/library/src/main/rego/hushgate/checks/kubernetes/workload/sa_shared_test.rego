package hushgate.checks.kubernetes.workload.sa_shared_test

import data.hushgate.checks.kubernetes.workload.sa_shared as check
import data.hushgate.testing

secret := {"env": [testing.variable("DB_PASSWORD", "secret", "absent")]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.pod({"name": "one"}, secret), testing.pod({"name": "two", "at": object.union(testing.at, {"line": 30})}, secret)])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"name": "one"}, secret), testing.pod({"name": "two", "service_account": "other"}, secret)])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"name": "one"}, secret), testing.pod({"name": "two"}, {})])
}

# Shards that one template makes.
test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"name": "shard0"}, secret), testing.pod({"name": "shard1"}, secret)])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.pod({"name": "one", "service_account": "{{ .x }}"}, secret), testing.pod({"name": "two", "service_account": "{{ .x }}"}, secret)])
}
