package hushgate.checks.lifecycle.revoke_before_cache_test

import data.hushgate.checks.lifecycle.revoke_before_cache as check
import data.hushgate.testing

add := testing.one("commands", {"subject": "pipeline/rotate", "program": "gcloud", "verbs": ["secrets", "versions", "add"]})

later(verbs) := testing.one("commands", {"subject": "pipeline/rotate", "program": "gcloud", "verbs": verbs, "at": {"line": 9}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([add, later(["secrets", "versions", "disable"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([testing.one("commands", {"subject": "pipeline/rotate", "program": "vault", "verbs": ["kv", "put"]}), testing.one("commands", {"program": "aws", "verbs": ["iam", "delete-access-key"], "at": {"line": 9}})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([add, later(["secrets", "versions", "disable"]), testing.one("commands", {"program": "sleep"})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([add, later(["secrets", "versions", "list"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as add
}
