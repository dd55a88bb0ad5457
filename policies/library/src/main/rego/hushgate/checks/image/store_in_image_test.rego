package hushgate.checks.image.store_in_image_test

import data.hushgate.checks.image.store_in_image as check
import data.hushgate.testing

copy(source) := testing.one("image_steps", {"instruction": "COPY", "sources": [source]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as copy("backup/vault.db")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as copy("vault-data")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as copy("vault.hcl")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as copy("<source>")
}
