package hushgate.checks.cross.role_undefined_test

import data.hushgate.checks.cross.role_undefined as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("uses", {"role": "other"}), testing.role({})])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.connection({"via": "harness-loader", "role": "other"}), testing.role({})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {}), testing.role({})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("uses", {"role": "other"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("uses", {"role": "<role>"}), testing.role({})])
}
