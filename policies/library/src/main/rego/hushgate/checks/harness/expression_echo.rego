# METADATA
# title: A Harness step prints a secret
# description: Values that a script decodes or builds from an expression are not masked in the log.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/add-use-text-secrets
# custom:
#   id: HAR-EXPR-ECHO
#   severity: high
#   confidence: high
#   remedy: Pass the secret to the tool by a variable or file that the tool reads itself.
package hushgate.checks.harness.expression_echo

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	command.program in {"echo", "printf"}
	command.output == ""
	some variable in command.variables
	regex.match(`^secrets\.get`, variable)
	result := {"message": sprintf("%s puts a secret into the log", [command.program]), "at": place.of(command)}
}
