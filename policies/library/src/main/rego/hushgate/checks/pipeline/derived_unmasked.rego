# METADATA
# title: A pipeline encodes a secret and shows the result
# description: >-
#   A mask knows the value, not what is made of it: base64 of a secret passes into the log.
# related_resources:
# - https://docs.github.com/en/actions/reference/security/secure-use
# custom:
#   id: CI-DERIVED-UNMASKED
#   severity: medium
#   confidence: medium
#   remedy: Keep the result in a file, or register it with the mask before the first print.
package hushgate.checks.pipeline.derived_unmasked

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program in {"echo", "printf", "cat"}
	command.pipes_to in {"base64", "xxd", "rev", "tr", "sed"}
	some variable in command.variables
	text.names_secret(variable)
	count([after | some after in data.estate.commands; continues(command, after)]) > 0
	result := {"message": sprintf("%s is encoded by %s into the log", [variable, command.pipes_to]), "at": place.of(command)}
}

continues(command, after) if {
	after.at.file == command.at.file
	after.at.line == command.at.line
	after.program == command.pipes_to
	after.output == ""
	after.pipes_to == ""
	not "-d" in after.flags
	not "--decode" in after.flags
}
