package hushgate.checks.kubernetes.secret.sa_token_test

import data.hushgate.checks.kubernetes.secret.sa_token as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.secret({"type": "kubernetes.io/service-account-token"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.secret({"type": "Opaque"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.secret({"type": "<type>"})
}
