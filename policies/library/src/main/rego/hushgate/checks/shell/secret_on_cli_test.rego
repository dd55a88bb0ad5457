package hushgate.checks.shell.secret_on_cli_test

import data.hushgate.checks.shell.secret_on_cli as check
import data.hushgate.testing

command(program, verbs, name, value) := testing.one("commands", {"program": program, "verbs": verbs, "settings": [testing.setting(name, value)]})

test_violating_1 if {
	count(check.violation) == 1 with data.estate as command("kubectl", ["create", "secret", "generic"], "password", "literal")
}

test_violating_2 if {
	count(check.violation) == 1 with data.estate as command("docker", ["login"], "--password", "literal")
}

test_violating_3 if {
	count(check.violation) == 1 with data.estate as command("vault", ["kv", "put"], "user", "literal")
}

test_compliant_1 if {
	count(check.violation) == 0 with data.estate as command("kubectl", ["create", "secret", "generic"], "password", "reference")
}

test_compliant_2 if {
	count(check.violation) == 0 with data.estate as command("helm", ["upgrade"], "replicas", "literal")
}

test_placeholder_1 if {
	count(check.violation) == 0 with data.estate as command("vault", ["kv", "put"], "password", "placeholder")
}

test_compliant_3 if {
	every name in ["--token-label", "token_policies", "password_authentication", "password.enforce_complexity", "--vault-token-cache-size", "secretName", "initialClusterToken"] {
		count(check.violation) == 0 with data.estate as command("vault", ["write"], name, "literal")
	}
}

test_compliant_4 if {
	count(check.violation) == 0 with data.estate as command("docker", ["buildx", "build"], "--secret", "literal")
}
