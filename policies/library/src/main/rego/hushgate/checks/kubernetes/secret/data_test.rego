package hushgate.checks.kubernetes.secret.data_test

import data.hushgate.checks.kubernetes.secret.data as check
import data.hushgate.testing

key(value) := {"keys": [{"name": "password", "value": value, "line": 6, "column": 3}]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.secret(key("literal"))
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.secret(key("encrypted"))
}

test_compliant_2 if {
	public := {"keys": [{"name": "BACKUP_S3_ENDPOINT", "value": "literal", "line": 6, "column": 3}]}
	count(check.violation) == 0 with data.estate as testing.secret(public)
}

test_compliant_3 if {
	public := {"keys": [{"name": "host_key.pub", "value": "literal", "line": 6, "column": 3}]}
	count(check.violation) == 0 with data.estate as testing.secret(public)
}

test_compliant_4 if {
	every name in ["azureServicePrincipalClientId", "admin.passwordMtime", "project", "name"] {
		public := {"keys": [{"name": name, "value": "literal", "line": 6, "column": 3}]}
		count(check.violation) == 0 with data.estate as testing.secret(public)
	}
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.secret(key("placeholder"))
}
