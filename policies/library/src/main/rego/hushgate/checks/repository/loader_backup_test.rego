package hushgate.checks.repository.loader_backup_test

import data.hushgate.checks.repository.loader_backup as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("repository_files", {"kind": "loader-backup"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "owners"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("repository_files", {"kind": "git-ignore"})
}
