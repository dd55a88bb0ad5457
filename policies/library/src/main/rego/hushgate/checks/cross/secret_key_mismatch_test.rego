package hushgate.checks.cross.secret_key_mismatch_test

import data.hushgate.checks.cross.secret_key_mismatch as check
import data.hushgate.testing

pair(key) := testing.join([
	testing.one("chart_values", {"key": "pachd.rootTokenSecretName", "target": "pach-root"}),
	testing.one("secret_objects", {"name": "pach-root", "keys": [testing.data_key(key, "reference")]}),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("rootToken")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("secret_refs", {}), testing.one("secret_objects", {"name": "db", "keys": [testing.data_key("pass", "reference")]})])
}

# Several manifests of the Secret, none with the key: told once.
test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.join([
		testing.one("secret_refs", {}),
		testing.one("secret_objects", {"name": "db", "keys": [testing.data_key("pass", "reference")]}),
		testing.one("secret_objects", {"name": "db", "keys": [testing.data_key("pwd", "reference")]}),
	])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("root-token")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("secret_refs", {}), testing.one("secret_objects", {"name": "db", "keys": []})])
}

# Charts of one repository that are rendered under the same name.
test_compliant_3 if {
	reader := {"file": "charts/app/templates/deployment.yaml", "line": 1, "column": 1, "confidence": "medium"}
	other := {"file": "charts/db/templates/secret.yaml", "line": 1, "column": 1, "confidence": "medium"}
	count(check.violation) == 0 with data.estate as testing.join([
		testing.one("secret_refs", {"at": reader}),
		testing.one("secret_objects", {"name": "db", "keys": [testing.data_key("pass", "reference")], "at": other}),
	])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([testing.one("secret_refs", {"key": "<key>"}), testing.one("secret_objects", {"name": "db", "keys": [testing.data_key("pass", "reference")]})])
}
