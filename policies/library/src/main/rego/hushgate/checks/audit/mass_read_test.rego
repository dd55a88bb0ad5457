package hushgate.checks.audit.mass_read_test

import data.hushgate.checks.audit.mass_read as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with data.estate as testing.one("audit_bursts", {"paths": 51})
	startswith(result.message, "role app asked for 51 paths")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_bursts", {"paths": 50})
}

# What is normal is data.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_bursts", {"paths": 51})
		with data.hushgate.limits.audit.paths as 500
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_bursts", {"subject": "token ", "paths": 1})
}
