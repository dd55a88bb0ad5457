package hushgate.checks.kubernetes.secret.last_applied_test

import data.hushgate.checks.kubernetes.secret.last_applied as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("secret_objects", {"annotation_keys": ["kubectl.kubernetes.io/last-applied-configuration"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_objects", {"annotation_keys": ["helm.sh/hook"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("secret_objects", {"name": "<name>"})
}
