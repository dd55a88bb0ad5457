# METADATA
# title: An image carries a secret in its environment
# description: >-
#   Everybody who may pull the image reads it with one command, and every process of the
#   container inherits it.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-ENV-SECRET
#   severity: critical
#   confidence: medium
#   remedy: Rotate it, and give it to the container when it runs.
package hushgate.checks.image.env_secret

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some step in data.estate.image_steps
	step.instruction == "ENV"
	text.names_secret(step.name)
	some what in carried(step)
	result := {"message": sprintf("ENV %s %s", [step.name, what]), "at": place.of(step)}
}

carried(step) := {"holds a value" | step.value == "literal"} | {sprintf("keeps build argument %s", [variable]) |
	some variable in step.variables
	some argument in data.estate.image_steps
	argument.instruction == "ARG"
	argument.name == variable
	argument.at.file == step.at.file
}
