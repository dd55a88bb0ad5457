package hushgate.checks.kubernetes.workload.no_runtime_injection_test

import data.hushgate.checks.kubernetes.workload.no_runtime_injection as check
import data.hushgate.testing

pair(source, value) := testing.join([testing.one("secret_refs", {}), testing.one("secret_objects", {"name": "db", "source": source, "keys": [testing.data_key("password", value)]})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("manifest", "literal")
}

test_violating_2 if {
	twice := testing.join([testing.one("secret_refs", {}), pair("manifest", "literal")])
	count(check.violation) == 1 with data.estate as twice
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("eso", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("manifest", "placeholder")
}
