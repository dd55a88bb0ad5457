package hushgate.checks.audit.new_path_test

import data.hushgate.checks.audit.new_path as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("audit_accesses", {"hours": 168})
}

# The log is too young to know what is new.
test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_accesses", {"hours": 167})
}

# The subject is new itself.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_accesses", {"hours": 300, "known_hours": 300})
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_accesses", {"hours": 300, "path": "auth/token/renew-self"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("audit_accesses", {})
}
