package hushgate.checks.vault.server.seal_plaintext_test

import data.hushgate.checks.vault.server.seal_plaintext as check
import data.hushgate.testing

seal(value) := testing.one("server_blocks", {"kind": "seal", "label": "awskms", "secrets": {"secret_key": value}})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as seal("literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as seal("reference")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as seal("placeholder")
}
