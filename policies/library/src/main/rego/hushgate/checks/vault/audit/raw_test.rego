package hushgate.checks.vault.audit.raw_test

import data.hushgate.checks.vault.audit.raw as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("vault_audit_devices", {"log_raw": true})
}

test_violating_log if {
	count(check.violation) == 1 with data.estate as testing.one("audit_trails", {"plain": 2})
}

test_compliant_log if {
	count(check.violation) == 0 with data.estate as testing.one("audit_trails", {})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("vault_audit_devices", {"log_raw": false})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("vault_audit_devices", {"file_path": "<path>"})
}
