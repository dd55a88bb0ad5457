package hushgate.checks.cross.mount_unknown_test

import data.hushgate.checks.cross.mount_unknown as check
import data.hushgate.testing

pair(path) := testing.join([testing.policy("app", [testing.rule(path, ["read"])]), testing.one("vault_mounts", {})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair("kv/data/app")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair("secret/data/app")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair("sys/health")
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("kv/data/app", ["read"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair("<engine>/data/app")
}
