package hushgate.checks.image.curl_header_test

import data.hushgate.checks.image.curl_header as check
import data.hushgate.testing

build(command, step) := object.union(
	testing.one("commands", object.union({"subject": "Dockerfile", "program": "curl", "variables": ["TOKEN"]}, command)),
	testing.one("image_steps", object.union({"instruction": "ARG", "name": "TOKEN"}, step)),
)

header := {"settings": [{"name": "--header", "value": "reference", "reference": "", "line": 1, "column": 1}]}

test_violating_1 if {
	count(check.violation) == 1 with data.estate as build(header, {})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as build({"program": "wget", "flags": ["--header"]}, {"instruction": "ENV"})
}

# A variable of the shell, filled from a mounted secret.
test_compliant_1 if {
	count(check.violation) == 0 with data.estate as build(header, {"name": "OTHER"})
}

# A version is sent nowhere.
test_compliant_2 if {
	count(check.violation) == 0 with data.estate as build({"settings": []}, {})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as build(object.union(header, {"variables": []}), {})
}
