package hushgate.checks.image.mount_copied_test

import data.hushgate.checks.image.mount_copied as check
import data.hushgate.testing

run(changes) := testing.one("commands", object.union({"subject": "Dockerfile", "program": "cat", "files": ["/run/secrets/npm"]}, changes))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as run({"output": "/root/.npmrc"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as run({"program": "cp", "files": ["/run/secrets/npm", "/root/.npmrc"]})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.join([run({"files": ["/x"], "output": "/y"}), testing.one("image_steps", {"mounts": ["secret:/x"]})])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as run({})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as run({"files": ["/etc/hosts"], "output": "/y"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as run({"files": ["<file>"], "output": "/y"})
}
