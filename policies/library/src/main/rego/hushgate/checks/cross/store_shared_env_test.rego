package hushgate.checks.cross.store_shared_env_test

import data.hushgate.checks.cross.store_shared_env as check
import data.hushgate.testing

loader(file, path) := testing.connection({"via": "harness-loader", "engine": "secret", "base_path": path, "at": {"file": file}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.join([loader("values-prod.yaml", "harness"), loader("values-dev.yaml", "harness")])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.join([loader("values-prod.yaml", "prod"), loader("values-dev.yaml", "dev")])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.join([loader("values-prod.yaml", "harness"), loader("values.yaml", "harness")])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.join([loader("values-prod.yaml", "<path>"), loader("values-dev.yaml", "<path>")])
}
