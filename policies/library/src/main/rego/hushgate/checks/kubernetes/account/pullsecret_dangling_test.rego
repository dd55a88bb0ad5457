package hushgate.checks.kubernetes.account.pullsecret_dangling_test

import data.hushgate.checks.kubernetes.account.pullsecret_dangling as check
import data.hushgate.testing

pair(name) := testing.join([testing.one("secret_refs", {"via": "pull", "secret": "registry", "key": ""}), testing.one("secret_objects", {"name": name})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("other")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("registry")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("secret_refs", {"via": "pull", "secret": "{{ .Values.pullSecret }}"}), testing.one("secret_objects", {})])
}
