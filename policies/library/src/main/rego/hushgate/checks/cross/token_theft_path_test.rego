package hushgate.checks.cross.token_theft_path_test

import data.hushgate.checks.cross.token_theft_path as check
import data.hushgate.testing

test_violating_1 if {
	some result in check.violation with data.estate as testing.one("token_thefts", {})
	result.message == "shop/chaos runs commands in any pod of shop by pods/exec, logs in to Vault role kubernetes/app, and so reaches secret/data/shop/*"
	count(result.related) == 1
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.one("token_thefts", {"kind": "group", "namespace": "", "subject": "developers"})
}

test_violating_3 if {
	some result in check.violation with data.estate as testing.join([testing.one("token_thefts", {}), testing.one("token_thefts", {"role": "other"})])
	endswith(result.message, "secret/data/shop/*; likewise 1 more roles")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("token_thefts", {"namespace": "kube-system"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.one("token_thefts", {"subject": "vault-secrets-operator-controller-manager"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("token_thefts", {"subject": "${account}"})
}
