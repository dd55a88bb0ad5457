package hushgate.checks.vault.connection.http_test

import data.hushgate.checks.vault.connection.http as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.connection({"address": "http://vault.example.com:8200"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"address": "https://vault.example.com:8200"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.connection({"address": "http://127.0.0.1:8200"})
}
