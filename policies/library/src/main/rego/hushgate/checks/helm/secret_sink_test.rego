package hushgate.checks.helm.secret_sink_test

import data.hushgate.checks.helm.secret_sink as check
import data.hushgate.testing

sink(kind) := testing.one("template_uses", {"kind": "sink", "value": "api.token", "other": kind})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as sink("ConfigMap")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as sink("SealedSecret")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("template_uses", {"kind": "pair"})
}
