package hushgate.checks.vault.audit.missing_test

import data.hushgate.checks.vault.audit.missing as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("vault_auth_mounts", {})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("vault_auth_mounts", {}), testing.one("vault_audit_devices", {})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("policies", {})
}
