package hushgate.checks.repository.decrypted_copy_test

import data.hushgate.checks.repository.decrypted_copy as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("repository_files", {"kind": "decrypted"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "environment"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "git-ignore"})
}
