package hushgate.checks.pipeline.vault_action_test

import data.hushgate.checks.pipeline.vault_action as check
import data.hushgate.testing

workflow(settings) := testing.one("pipelines", {"jobs": [object.union(testing.job, {"steps": [object.union(testing.step, {"uses": "hashicorp/vault-action@v3", "settings": settings})]})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as workflow({"method": "token"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as workflow({"method": "jwt", "tlsSkipVerify": "true"})
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as workflow({"method": "jwt", "secrets": "secret/data/ci/** | X ;"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as workflow({"method": "jwt", "secrets": "secret/data/ci token | TOKEN"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as workflow({"method": "jwt", "secrets": "<path>"})
}
