# METADATA
# title: A Harness step writes a secret into a file
# description: The file stays in the workspace for later steps, caches and artifacts.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/add-file-secrets
# custom:
#   id: HAR-EXPR-TOFILE
#   severity: medium
#   confidence: high
#   remedy: Use a file secret or a variable, and remove the file in the same step.
package hushgate.checks.harness.expression_tofile

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	command.output != ""
	not startswith(command.output, "/dev/")
	some variable in command.variables
	regex.match(`^secrets\.get`, variable)
	result := {"message": sprintf("a secret is written to %s", [command.output]), "at": place.of(command)}
}
