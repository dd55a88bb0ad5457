package hushgate.checks.vault.policy.privesc_test

import data.hushgate.checks.vault.policy.privesc as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/policies/acl/*", ["create", "update"])])
}

test_violating_2 if {
	some result in check.violation with data.estate as testing.policy("app", [testing.rule("/sys/mounts/kv/tune", ["update"])])
	result.severity == "high"
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/policy/app", ["patch"])])
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("sys/auth/*", ["create"])])
}

test_violating_5 if {
	some result in check.violation with data.estate as testing.policy("app", [testing.rule("sys/mounts/*", ["update"])])
	result.severity == "critical"
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/policies/acl/*", ["read", "list"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("/sys/mounts", ["read"])])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/policiesx/acl", ["create", "update"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
