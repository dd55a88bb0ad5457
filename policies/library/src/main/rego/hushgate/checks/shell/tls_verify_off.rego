# METADATA
# title: A connection does not check its certificate
# description: Whoever stands between reads and changes what goes over it, credentials first of all.
# related_resources:
# - https://curl.se/docs/sslcerts.html
# custom:
#   id: TLS-VERIFY-OFF
#   severity: low
#   confidence: medium
#   remedy: Give the certificate authority instead of switching the check off.
package hushgate.checks.shell.tls_verify_off

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some [message, severity, at] in found
	result := {"message": message, "severity": severity, "at": at}
}

found contains [sprintf("%s runs with %s", [command.program, flag]), weight(carries_secret(command)), place.of(command)] if {
	some command in data.estate.commands
	some flag in command.flags
	is_switch(command.program, flag)
}

found contains [sprintf("%s is set", [connection.setting]), weight(connection.credentials), place.of(connection)] if {
	some connection in data.estate.weak_connections
}

is_switch("curl", flag) if regex.match(`^(-[a-zA-Z]*k[a-zA-Z]*|--insecure)$`, flag)

is_switch("wget", "--no-check-certificate")

is_switch(program, "--insecure-skip-tls-verify") if program in {"kubectl", "helm", "oc"}

is_switch(program, flag) if {
	program in {"vault", "bao"}
	flag in {"-tls-skip-verify", "--tls-skip-verify"}
}

default carries_secret(_) := false

carries_secret(command) if {
	some setting in command.settings
	text.names_secret(setting.name)
}

carries_secret(command) if {
	some setting in command.settings
	setting.name in {"--header", "--user", "userinfo"}
}

carries_secret(command) if {
	some variable in command.variables
	text.names_secret(variable)
}

carries_secret(command) if command.program in {"vault", "bao", "kubectl", "oc", "helm"}

weight(true) := "high"

weight(false) := "low"
