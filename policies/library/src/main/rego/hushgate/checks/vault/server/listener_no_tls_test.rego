package hushgate.checks.vault.server.listener_no_tls_test

import data.hushgate.checks.vault.server.listener_no_tls as check
import data.hushgate.testing

listener(settings) := testing.one("server_blocks", {"settings": settings})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as listener({"tls_disable": "1", "address": "0.0.0.0:8200"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as listener({"tls_disable": "true"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as listener({"address": "0.0.0.0:8200"})
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as listener({"tls_disable": "1", "address": "127.0.0.1:8100"})
}

test_compliant_unix if {
	count(check.violation) == 0 with data.estate as testing.one("server_blocks", {"kind": "listener", "label": "unix", "settings": {"tls_disable": "true"}})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as listener({"tls_disable": "${tls}"})
}
