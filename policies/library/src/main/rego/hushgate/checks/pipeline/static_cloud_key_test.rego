package hushgate.checks.pipeline.static_cloud_key_test

import data.hushgate.checks.pipeline.static_cloud_key as check
import data.hushgate.testing

job(name, value, reference) := testing.one("pipelines", {"variables": [object.union(testing.setting(name, value), {"reference": reference})]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as job("AWS_SECRET_ACCESS_KEY", "reference", "secrets.AWS")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as job("AWS_SECRET_ACCESS_KEY", "literal", "")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as job("AWS_REGION", "literal", "")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as job("AWS_SECRET_ACCESS_KEY", "placeholder", "")
}
