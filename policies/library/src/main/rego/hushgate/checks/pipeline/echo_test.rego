package hushgate.checks.pipeline.echo_test

import data.hushgate.checks.pipeline.echo as check
import data.hushgate.testing

echo(changes) := testing.one("commands", object.union({"subject": "pipeline/build", "program": "echo", "variables": ["API_TOKEN"]}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as echo({})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as echo({"variables": ["secrets.API"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as echo({"pipes_to": "docker"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as echo({"variables": ["VERSION"]})
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as echo({"subject": "script"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as echo({"variables": []})
}
