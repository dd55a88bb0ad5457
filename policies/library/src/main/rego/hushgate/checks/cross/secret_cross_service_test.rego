package hushgate.checks.cross.secret_cross_service_test

import data.hushgate.checks.cross.secret_cross_service as check
import data.hushgate.testing

file(name) := {"file": name, "line": 1, "column": 1, "confidence": "high"}

value(name, key) := testing.one("chart_values", {"key": key, "at": file(name)})

shared := testing.found(["a.yaml", "b.yaml"], {})

test_violating_1 if {
	some result in check.violation with input as shared
		with data.estate as testing.join([value("a.yaml", "billing.secret"), value("b.yaml", "shop.secret")])
	result.message == "one Database password is called billing.secret, shop.secret"
	count(result.related) == 1
}

test_violating_2 if {
	config := testing.one("config_objects", {"at": file("a.yaml"), "keys": [object.union(testing.data_key("JWT_SECRET", "literal"), {"line": 1})]})
	count(check.violation) == 1 with input as shared
		with data.estate as testing.join([config, value("b.yaml", "shop.secret")])
}

# The same name, written another way.
test_compliant_1 if {
	config := testing.one("config_objects", {"at": file("a.yaml"), "keys": [object.union(testing.data_key("DB_PASSWORD", "literal"), {"line": 1})]})
	count(check.violation) == 0 with input as shared
		with data.estate as testing.join([config, value("b.yaml", "db.password")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with input as {"findings": []} with data.estate as value("a.yaml", "billing.secret")
}
