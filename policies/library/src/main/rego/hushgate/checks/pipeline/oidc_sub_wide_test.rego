package hushgate.checks.pipeline.oidc_sub_wide_test

import data.hushgate.checks.pipeline.oidc_sub_wide as check
import data.hushgate.testing

role(statement) := testing.one("cloud_resources", {"type": "aws_iam_role", "statements": [statement]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as role("repo:org/*:*")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as role("repo:org/app:*")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as role("repo:org/app:ref:refs/heads/main")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as role("repo:org/app:environment:production")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("cloud_resources", {"statements": []})
}
