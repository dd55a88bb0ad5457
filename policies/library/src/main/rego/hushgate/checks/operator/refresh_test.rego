package hushgate.checks.operator.refresh_test

import data.hushgate.checks.operator.refresh as check
import data.hushgate.testing

copy(text, seconds) := testing.one("secret_objects", {"source": "eso", "refresh": {"text": text, "seconds": seconds}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as copy("0", 0)
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as copy("168h", 604800)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as copy("1h", 3600)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as copy("{{ .Values.refresh }}", null)
}
