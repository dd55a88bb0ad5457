package hushgate.checks.vault.server.agent_cache_test

import data.hushgate.checks.vault.server.agent_cache as check
import data.hushgate.testing

cache(settings) := testing.one("server_blocks", {"kind": "cache", "settings": settings})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as cache({"use_auto_auth_token": "force"})
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as cache({"persist.keep_after_import": "true"})
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as cache({})
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as cache({"use_auto_auth_token": "<value>"})
}
