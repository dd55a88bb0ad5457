package hushgate.checks.pachyderm.secret_fields_test

import data.hushgate.checks.pachyderm.secret_fields as check
import data.hushgate.testing

secret(changes) := testing.one("pachyderm_pipelines", {"secrets": [object.union({"name": "db", "key": "", "variable": "", "path": "", "line": 4, "column": 3}, changes)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as secret({"variable": "DB"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as secret({"variable": "DB", "key": "k", "path": "/db"})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as secret({"path": "db"})
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as secret({"path": "/pfs/db"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as secret({"variable": "DB", "key": "k"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as secret({"path": "/db"})
}

test_placeholder_2 if {
	count(check.violation) == 0 with data.estate as secret({"path": "$SECRETS_PATH"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as secret({})
}
