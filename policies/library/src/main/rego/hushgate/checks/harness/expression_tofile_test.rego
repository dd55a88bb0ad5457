package hushgate.checks.harness.expression_tofile_test

import data.hushgate.checks.harness.expression_tofile as check
import data.hushgate.testing

write(output) := testing.one("commands", {"program": "echo", "variables": ["secrets.getValue"], "output": output})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as write("key.json")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as write("")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as write("/dev/null")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"program": "echo", "output": "<file>"})
}
