package hushgate.checks.shell.tls_verify_off_test

import data.hushgate.checks.shell.tls_verify_off as check
import data.hushgate.testing

curl(flags, variables) := testing.one("commands", {"program": "curl", "flags": flags, "variables": variables})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as curl(["-k"], ["API_TOKEN"])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as curl(["-sk"], [])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.one("weak_connections", {"credentials": true})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as curl(["-s"], ["API_TOKEN"])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as curl(["--cacert"], ["CA"])
}
