package hushgate.checks.vault.policy.mount_wide_test

import data.hushgate.checks.vault.policy.mount_wide as check
import data.hushgate.testing

test_violating_1 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("secret/*", ["read"])])
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("kv/data/*", ["read"])])
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("secret/+/*", ["read"])])
}

test_violating_4 if {
	count(check.violation) == 1 with data.estate as testing.policy("app", [testing.rule("transit/*", ["read"])])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/data/app/*", ["read"])])
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/*", ["deny"])])
}

test_compliant_3 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("sys/*", ["read"])])
}

test_compliant_4 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("secret/metadata/*", ["list"])])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as testing.policy("app", [testing.rule("<engine>/data/<path>/config", ["read"])])
}
