package hushgate.checks.shell.unverified_download_test

import data.hushgate.checks.shell.unverified_download as check
import data.hushgate.testing

fetch(changes) := testing.one("commands", object.union({"program": "curl", "addresses": ["https://example.com/tool"], "files": ["/usr/local/bin/tool"]}, changes))

chmod := testing.one("commands", {"program": "chmod", "files": ["/usr/local/bin/tool"]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([fetch({}), chmod])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as fetch({"pipes_to": "sh"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([fetch({}), chmod, testing.one("commands", {"program": "sha256sum"})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as fetch({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as fetch({"addresses": []})
}
