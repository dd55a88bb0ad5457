package hushgate.checks.pipeline.azure_variable_test

import data.hushgate.checks.pipeline.azure_variable as check
import data.hushgate.testing

set(name) := testing.one("commands", {"program": "echo", "settings": [object.union(testing.setting("task.setvariable", "reference"), {"reference": name})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as set("API_TOKEN")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as set("VERSION")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "echo", "settings": []})
}
