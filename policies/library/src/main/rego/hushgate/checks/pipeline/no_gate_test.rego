package hushgate.checks.pipeline.no_gate_test

import data.hushgate.checks.pipeline.no_gate as check
import data.hushgate.testing

all(others) := testing.join(array.concat([testing.one("pipelines", {}), {"commands": []}, {"repository_files": []}], others))

test_violating_1 if {
	count(check.violation) == 1 with data.estate as all([])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as all([testing.one("commands", {"program": "gitleaks"})])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as all([testing.one("repository_files", {"kind": "hooks", "lines": ["https://github.com/gitleaks/gitleaks"]})])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as {"pipelines": []}
}
