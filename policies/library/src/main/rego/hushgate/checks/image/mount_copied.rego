# METADATA
# title: A mounted build secret is copied into the image
# description: The mount leaves nothing behind; what is read from it and written elsewhere does.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-MOUNT-COPIED
#   severity: high
#   confidence: medium
#   remedy: Let the tool read the mounted file where it is.
package hushgate.checks.image.mount_copied

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	command.subject == "Dockerfile"
	some file in command.files
	reads_mount(command.at.file, file)
	writes(command, file)
	result := {"message": sprintf("%s copies %s into the image", [command.program, file]), "at": place.of(command)}
}

reads_mount(_, file) if startswith(file, "/run/secrets/")

reads_mount(from, file) if {
	some step in data.estate.image_steps
	step.at.file == from
	some mount in step.mounts
	mount == sprintf("secret:%s", [file])
}

writes(command, _) if {
	command.program in {"cat", "echo", "printf"}
	command.output != ""
	not startswith(command.output, "/dev/")
}

writes(command, file) if {
	command.program in {"cp", "mv", "install", "tee"}
	command.files[count(command.files) - 1] != file
}
