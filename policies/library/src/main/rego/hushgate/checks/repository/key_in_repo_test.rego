package hushgate.checks.repository.key_in_repo_test

import data.hushgate.checks.repository.key_in_repo as check
import data.hushgate.testing

recipient := "age1qqqsyqcyq5rqwzqfpg9scrgwpugpzysnzs23v9ccrydpk8qarc0sw79y0n"

fingerprint := "0123456789ABCDEF0123456789ABCDEF01234567"

encrypted(recipients) := testing.one("encrypted_files", {"recipients": recipients})

key(holder) := testing.found(["keys.txt"], {"holder": holder})

test_violating_1 if {
	some result in check.violation with input as key(recipient)
		with data.estate as encrypted([recipient])
	result.at.file == "keys.txt"
	count(result.related) == 1
}

test_violating_2 if {
	count(check.violation) == 1 with input as key(sprintf("pgp:%s", [fingerprint]))
		with data.estate as encrypted([sprintf("pgp:%s", [substring(fingerprint, 24, -1)])])
}

test_violating_3 if {
	some result in check.violation with input as {"findings": []}
		with data.estate as object.union(
			testing.one("decryption_keys", {}),
			testing.one("encrypted_files", {"tool": "ansible-vault"}),
		)
	result.at.confidence == "medium"
}

# A key of somebody else.
test_compliant_1 if {
	count(check.violation) == 0 with input as key("age1other")
		with data.estate as encrypted([recipient])
}

test_compliant_2 if {
	count(check.violation) == 0 with input as {"findings": []}
		with data.estate as object.union(
			testing.one("decryption_keys", {}),
			testing.one("encrypted_files", {"tool": "git-crypt"}),
		)
}

# What tells nobody's name matches nothing.
test_placeholder_1 if {
	count(check.violation) == 0 with input as key("") with data.estate as encrypted([""])
}
