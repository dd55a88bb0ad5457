package hushgate.checks.harness.loader_sa_unbound_test

import data.hushgate.checks.harness.loader_sa_unbound as check
import data.hushgate.testing

platform := ["harness-looker", "harness-manager", "harness-platform-service", "harness-queue-service", "harness-serviceaccount", "ng-manager", "template-service"]

pair(names) := testing.join([testing.connection({"via": "harness-loader", "enabled": true, "role": "harness"}), testing.role({"name": "harness", "bound": {"service_accounts": names}})])

test_violating_1 if {
	count(check.violation) == 1 with data.estate as pair(["harness-manager"])
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as pair(platform)
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as pair(["*"])
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as pair(["<service-accounts>"])
}
