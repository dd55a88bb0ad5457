package hushgate.checks.cloud.pull_public_test

import data.hushgate.checks.cloud.pull_public as check
import data.hushgate.testing

member(statement) := testing.one("cloud_resources", {"type": "google_artifact_registry_repository_iam_member", "statements": [statement]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as member("allUsers")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as member("repo:org/app:ref:refs/heads/main")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("cloud_resources", {"type": "google_artifact_registry_repository_iam_member"})
}
