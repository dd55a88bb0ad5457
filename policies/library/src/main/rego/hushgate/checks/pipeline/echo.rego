# METADATA
# title: A pipeline prints a secret
# description: >-
#   The log keeps it for everybody who may read the log; masks miss encoded and partial values.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-ECHO
#   severity: high
#   confidence: medium
#   remedy: Print whether the variable is set, not what it holds.
package hushgate.checks.pipeline.echo

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program in {"echo", "printf"}
	command.output == ""
	command.pipes_to in {"", "tee"}
	some variable in command.variables
	shows_secret(variable)
	result := {"message": sprintf("%s prints %s into the log", [command.program, variable]), "at": place.of(command)}
}

shows_secret(variable) if text.names_secret(variable)

shows_secret(variable) if startswith(variable, "secrets.")
