package hushgate.checks.cross.kv_version_mismatch_test

import data.hushgate.checks.cross.kv_version_mismatch as check
import data.hushgate.testing

pair(path, version) := testing.join([testing.policy("app", [testing.rule(path, ["read"])]), testing.one("vault_mounts", {"kv_version": version})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("secret/app/db", 2)
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as pair("secret/data/app", 1)
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/app", 2)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("secret/app", 1)
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as pair("secret/*", 2)
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("<engine>/app", 2)
}
