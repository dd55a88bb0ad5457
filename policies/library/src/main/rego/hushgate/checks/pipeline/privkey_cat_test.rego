package hushgate.checks.pipeline.privkey_cat_test

import data.hushgate.checks.pipeline.privkey_cat as check
import data.hushgate.testing

cat(file) := testing.one("commands", {"subject": "pipeline/build", "program": "cat", "files": [file]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as cat("keys/id_ed25519")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([cat("keys/deploy.txt"), testing.one("commands", {"program": "ssh-keygen", "files": ["keys/deploy.txt"]})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as cat("keys/id_ed25519.pub")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as cat("<file>")
}
