# METADATA
# title: A pipeline sets a secret as a plain variable
# description: Without issecret the value stands in the log and in the variables of every later step.
# related_resources:
# - https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables
# custom:
#   id: CI-AZ-NONSECRET-VAR
#   severity: high
#   confidence: medium
#   remedy: Add issecret=true.
package hushgate.checks.pipeline.azure_variable

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	command.program in {"echo", "printf"}
	some setting in command.settings
	setting.name == "task.setvariable"
	text.names_secret(setting.reference)
	result := {"message": sprintf("variable %s is set without issecret", [setting.reference]), "at": place.inside(command, setting)}
}
