package hushgate.checks.kubernetes.account.pullsecret_type_test

import data.hushgate.checks.kubernetes.account.pullsecret_type as check
import data.hushgate.testing

pair(type) := testing.join([testing.one("secret_refs", {"via": "pull", "secret": "registry"}), testing.one("secret_objects", {"name": "registry", "type": type})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("Opaque")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("kubernetes.io/dockerconfigjson")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("{{ .Values.type }}")
}
