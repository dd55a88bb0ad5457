package hushgate.checks.vault.injector.env_test

import data.hushgate.checks.vault.injector.env as check
import data.hushgate.testing

annotated(value) := testing.one("workloads", {"annotations": {"vault.hashicorp.com/agent-inject-template-db": value}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as annotated("{{ with secret \"secret/data/app\" }}\nexport DB={{ .Data.data.db }}\n{{ end }}")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as annotated("{{ with secret \"secret/data/app\" }}db: {{ .Data.data.db }}{{ end }}")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as annotated("<template>")
}
