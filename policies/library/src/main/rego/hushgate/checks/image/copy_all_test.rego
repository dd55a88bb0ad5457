package hushgate.checks.image.copy_all_test

import data.hushgate.checks.image.copy_all as check
import data.hushgate.testing

copy := testing.one("image_steps", {"instruction": "COPY", "sources": ["."], "at": {"file": "app/Dockerfile"}})

file(kind, name, lines) := testing.one("repository_files", {"kind": kind, "lines": lines, "at": {"file": name}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as copy
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.join([copy, file("environment", "app/.env", [])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.join([copy, file("environment", "app/.env", []), file("docker-ignore", "app/.dockerignore", ["node_modules"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([copy, file("environment", "app/.env", []), file("docker-ignore", "app/.dockerignore", [".env"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([copy, file("docker-ignore", "app/.dockerignore", ["node_modules"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("image_steps", {"instruction": "COPY", "sources": ["<source>"]})
}
