package hushgate.checks.shell.backup_output_test

import data.hushgate.checks.shell.backup_output as check
import data.hushgate.testing

backup(file) := testing.one("commands", {"program": "smp-secrets", "flags": ["--output-json"], "files": [file]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as backup("./all-secrets.json")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as backup("/dev/shm/all-secrets.json")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([backup("all-secrets.json"), testing.one("repository_files", {"kind": "git-ignore", "lines": ["all-secrets.json"]})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as backup("$OUTPUT/secrets.json")
}
