package hushgate.checks.pipeline.derived_unmasked_test

import data.hushgate.checks.pipeline.derived_unmasked as check
import data.hushgate.testing

line(encoder) := testing.join([
	testing.one("commands", {"subject": "pipeline/build", "program": "echo", "variables": ["API_TOKEN"], "pipes_to": "base64"}),
	testing.one("commands", object.union({"subject": "pipeline/build", "program": "base64", "input": "echo"}, encoder)),
])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as line({})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as line({"output": "token.b64"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as line({"flags": ["-d"]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"subject": "pipeline/build", "program": "echo", "variables": [], "pipes_to": "base64"})
}
