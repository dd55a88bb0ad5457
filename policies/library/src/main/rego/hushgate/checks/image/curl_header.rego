# METADATA
# title: A download in an image's build sends a secret that the image keeps
# description: >-
#   A build argument that a command uses is written into the history beside the command, for
#   everybody who pulls the image.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-CURL-HEADER
#   severity: high
#   confidence: medium
#   remedy: Mount the secret and let curl read it, with --header @FILE, --config or --netrc-file.
package hushgate.checks.image.curl_header

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	command.subject == "Dockerfile"
	command.program in {"curl", "wget"}
	sends(command)
	some variable in command.variables
	some argument in data.estate.image_steps
	argument.instruction in {"ARG", "ENV"}
	argument.name == variable
	argument.at.file == command.at.file
	result := {
		"message": sprintf("%s sends %s %s", [command.program, argument.instruction, variable]),
		"at": place.of(command),
	}
}

sends(command) if {
	some setting in command.settings
	setting.name in {"--header", "--user"}
}

sends(command) if {
	some flag in command.flags
	flag in {"--header", "--http-password", "--password", "--proxy-password"}
}
