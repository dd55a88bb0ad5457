package hushgate.checks.helm.random_on_render_test

import data.hushgate.checks.helm.random_on_render as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.one("template_uses", {"kind": "generated", "value": "randAlphaNum", "other": ""})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.one("template_uses", {"kind": "pair"})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.one("template_uses", {"kind": "sink"})
}
