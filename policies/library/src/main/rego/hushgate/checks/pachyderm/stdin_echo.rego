# METADATA
# title: A Pachyderm pipeline puts a secret on a command line
# description: The process list and the pipeline's logs show it.
# related_resources:
# - https://docs.pachyderm.com/latest/build-dags/pipeline-spec
# custom:
#   id: PACH-STDIN-ECHO
#   severity: medium
#   confidence: medium
#   remedy: Let the program read the mounted file.
package hushgate.checks.pachyderm.stdin_echo

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "Pachyderm/")
	some name in on_line(command)
	result := {"message": sprintf("%s of %s gets %s", [command.program, command.subject, name]), "at": place.of(command)}
}

on_line(command) := {setting.name |
	some setting in command.settings
	text.names_secret(setting.name)
	setting.value in {"literal", "reference"}
} | {variable |
	command.program in {"echo", "printf"}
	some variable in command.variables
	text.names_secret(variable)
}
