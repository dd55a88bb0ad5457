package hushgate.checks.kubernetes.rbac.dangling_test

import data.hushgate.checks.kubernetes.rbac.dangling as check
import data.hushgate.testing

pair(name) := testing.join([testing.one("rbac_bindings", {"role": {"kind": "Role", "name": name}}), testing.one("rbac_roles", {})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("other")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("app")
}

test_compliant_system if {
	count(check.violation) == 0 with data.estate as testing.one("rbac_bindings", {"role": {"kind": "Role", "name": "extension-apiserver-authentication-reader"}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("{{ .Values.role }}")
}
