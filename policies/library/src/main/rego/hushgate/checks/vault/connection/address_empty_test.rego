package hushgate.checks.vault.connection.address_empty_test

import data.hushgate.checks.vault.connection.address_empty as check
import data.hushgate.testing

loader(changes) := testing.connection(object.union({"via": "harness-loader", "enabled": true}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as loader({"address": ""})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as loader({"address": "https://vault.example:8200"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as loader({"address": "", "enabled": false})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as loader({"address": "<vault-address>"})
}
