package hushgate.checks.repository.not_ignored_test

import data.hushgate.checks.repository.not_ignored as check
import data.hushgate.testing

env := testing.one("repository_files", {"kind": "environment", "at": {"file": "app/.env"}})

service := testing.one("compose_services", {"files": [".env"]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([env, service])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([env, testing.one("commands", {"program": "kubectl", "files": ["app/.env"]})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as env
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([env, service, testing.one("repository_files", {"kind": "git-ignore", "lines": [".env"]})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([env, testing.one("compose_services", {"files": ["<file>"]})])
}
