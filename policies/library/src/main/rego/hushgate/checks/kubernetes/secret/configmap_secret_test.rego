package hushgate.checks.kubernetes.secret.configmap_secret_test

import data.hushgate.checks.kubernetes.secret.configmap_secret as check
import data.hushgate.testing

config(name, value) := testing.one("config_objects", {"keys": [testing.data_key(name, value)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as config("DB_PASSWORD", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as config("DB_HOST", "literal")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as config("DB_PASSWORD_FILE", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as config("DB_PASSWORD", "placeholder")
}
