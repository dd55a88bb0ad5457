package hushgate.checks.vault.role.jwt_unbound_test

import data.hushgate.checks.vault.role.jwt_unbound as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.role({"kind": "jwt", "claims": {"audiences": [], "subject": "", "bound": {}}})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "jwt", "claims": {"audiences": ["vault"], "subject": "repo:a/b:ref:refs/heads/main", "bound": {}}})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.role({"kind": "oidc", "claims": {"audiences": ["client"], "subject": "", "bound": {}}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.role({"bound": {"service_accounts": ["<service-account>"], "namespaces": ["<namespace>"]}})
}
