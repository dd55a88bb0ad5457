package hushgate.checks.cross.default_secret_test

import data.hushgate.checks.cross.default_secret as check
import data.hushgate.testing

value(file, use, class) := testing.one("chart_values", {
	"key": "db.adminPassword",
	"use": use,
	"value": class,
	"at": {"file": file, "line": 3, "column": 1, "confidence": "high"},
})

pair(one, other) := testing.join([value(one, "override", "weak"), value(other, "override", "weak")])

test_violating_1 if {
	some result in check.violation with data.estate as pair("dev/values.yaml", "qa/values.yaml")
	result.message == "adminpassword is a published default in 2 files"
	result.severity == "medium"
}

test_violating_2 if {
	some result in check.violation with data.estate as pair("dev/values.yaml", "prod/values.yaml")
	result.severity == "high"
}

test_violating_3 if {
	secret := testing.secret({"keys": [testing.data_key("admin-password", "weak")]})
	count(check.violation) == 1 with data.estate as testing.join([secret, value("dev/values.yaml", "override", "weak")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as value("dev/values.yaml", "override", "weak")
}

# What a chart is published with is HELM-WEAK-DEFAULT's.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([
		value("a/values.yaml", "default", "weak"),
		value("b/values.yaml", "default", "weak"),
	])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([
		value("a/values.yaml", "override", "placeholder"),
		value("b/values.yaml", "override", "placeholder"),
	])
}
