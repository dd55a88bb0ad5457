package hushgate.checks.pipeline.env_dump_test

import data.hushgate.checks.pipeline.env_dump as check
import data.hushgate.testing

run(changes) := testing.join([testing.secret_pipeline, testing.one("commands", object.union({"subject": "pipeline/build"}, changes))])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as run({"program": "printenv"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as run({"program": "cat", "files": [".env"]})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as run({"program": "kubectl", "verbs": ["get", "secret"], "flags": ["-o"]})
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as run({"program": "terraform", "verbs": ["output"], "flags": ["-raw"]})
}

test_violating_5 if {
	count(check.violation) == 1 with data.estate as run({"program": "helm", "flags": ["--debug"]})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as run({"program": "printenv", "output": "env.txt"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as run({"program": "env", "settings": [testing.setting("A", "literal")]})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("commands", {"subject": "pipeline/build", "program": "printenv"})
}
