package hushgate.checks.image.rm_later_test

import data.hushgate.checks.image.rm_later as check
import data.hushgate.testing

copy(source, shipped) := testing.one("image_steps", {"instruction": "COPY", "sources": [source], "shipped": shipped})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as copy("keys/id_ed25519", true)
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as copy(".npmrc", true)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as copy("id_ed25519.pub", true)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as copy(".npmrc", false)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as copy("<file>", true)
}
