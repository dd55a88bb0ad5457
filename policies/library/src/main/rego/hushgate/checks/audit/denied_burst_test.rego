package hushgate.checks.audit.denied_burst_test

import data.hushgate.checks.audit.denied_burst as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("audit_bursts", {"denied": 21})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_bursts", {"denied": 20})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_bursts", {"subject": "token "})
}
