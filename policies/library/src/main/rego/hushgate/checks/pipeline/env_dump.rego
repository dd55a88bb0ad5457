# METADATA
# title: A pipeline prints its environment or a secret's store
# description: All variables of the job land in the log, the ones that the mask does not know included.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-ENV-DUMP
#   severity: high
#   confidence: medium
#   remedy: Print the variables that are meant, by name.
package hushgate.checks.pipeline.env_dump

import data.hushgate.pipeline
import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.output == ""
	command.pipes_to == ""
	dumps(command)
	pipeline.uses_secrets(command.at.file)
	result := {"message": sprintf("%s prints secrets into the log", [concat(" ", array.concat([command.program], command.verbs))]), "at": place.of(command)}
}

dumps(command) if {
	command.program in {"env", "printenv"}
	count(command.settings) == 0
	count(command.variables) == 0
	count(command.files) == 0
}

dumps(command) if {
	command.program == "cat"
	some file in command.files
	regex.match(`(^|/)\.env(\.[\w.-]+)?$`, file)
}

dumps(command) if {
	command.program in {"kubectl", "oc"}
	command.verbs[0] == "get"
	command.verbs[1] in {"secret", "secrets"}
	some flag in command.flags
	flag in {"-o", "--output"}
}

dumps(command) if {
	command.program in {"terraform", "tofu"}
	command.verbs == ["output"]
	some flag in command.flags
	flag in {"-raw", "-json"}
}

dumps(command) if {
	command.program == "helm"
	"--debug" in command.flags
}
