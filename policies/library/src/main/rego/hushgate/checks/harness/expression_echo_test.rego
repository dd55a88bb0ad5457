package hushgate.checks.harness.expression_echo_test

import data.hushgate.checks.harness.expression_echo as check
import data.hushgate.testing

echo(changes) := testing.one("commands", object.union({"program": "echo", "variables": ["secrets.getValue"]}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as echo({})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as echo({"pipes_to": "base64"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as echo({"output": "key.json"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as echo({"variables": ["pipeline.sequenceId"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as echo({"variables": []})
}
