package hushgate.checks.repository.terraform_state_test

import data.hushgate.checks.repository.terraform_state as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("repository_files", {"kind": "terraform-state"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "owners"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "docker-ignore"})
}
