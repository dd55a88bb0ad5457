package hushgate.checks.vault.audit.nonhmac_test

import data.hushgate.checks.vault.audit.nonhmac as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("vault_audit_devices", {"hmac_accessor": false})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("vault_mounts", {"plain_keys": ["password"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("vault_audit_devices", {})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("vault_mounts", {"plain_keys": ["ttl"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("vault_mounts", {"plain_keys": ["<key>"]})
}
