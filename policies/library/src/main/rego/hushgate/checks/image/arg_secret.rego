# METADATA
# title: A build argument carries a secret into the image's history
# description: >-
#   The history of the image tells every argument of a RUN; the build cache and provenance tell
#   it too.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-ARG-SECRET
#   severity: high
#   confidence: high
#   remedy: Use RUN --mount=type=secret.
package hushgate.checks.image.arg_secret

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some [message, at] in carried
	result := {"message": message, "at": at}
}

carried contains [sprintf("ARG %s takes a secret", [step.name]), place.of(step)] if {
	some step in data.estate.image_steps
	step.instruction == "ARG"
	text.names_secret(step.name)
	step.value != "placeholder"
}

carried contains [sprintf("%s is passed as a build argument", [setting.name]), place.inside(command, setting)] if {
	some command in data.estate.commands
	command.program in {"docker", "podman", "buildah"}
	"build" in command.verbs
	some setting in command.settings
	text.names_secret(setting.name)
	not text.mounts_secret(command, setting)
}
