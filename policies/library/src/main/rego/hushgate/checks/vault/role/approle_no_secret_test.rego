package hushgate.checks.vault.role.approle_no_secret_test

import data.hushgate.checks.vault.role.approle_no_secret as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"kind": "approle", "secret_id": {"bind": false}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "approle", "secret_id": {"bind": true}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "approle"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
