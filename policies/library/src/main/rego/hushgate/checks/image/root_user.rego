# METADATA
# title: An image runs as root
# description: Whoever gets into a process of the container reads every secret that is mounted into it.
# related_resources:
# - https://docs.docker.com/build/building/best-practices/#user
# custom:
#   id: IMG-DF-ROOT-USER
#   severity: info
#   confidence: medium
#   remedy: Add USER with a number that is not 0 at the end of the last stage.
package hushgate.checks.image.root_user

import data.hushgate.place

violation contains result if {
	some step in data.estate.image_steps
	step.instruction == "USER"
	step.shipped
	regex.match(`^(root|0)(:|$)`, step.name)
	not followed(step)
	result := {"message": sprintf("the last user is %s", [step.name]), "at": place.of(step)}
}

followed(step) if {
	some later in data.estate.image_steps
	later.instruction == "USER"
	later.shipped
	later.at.file == step.at.file
	later.at.line > step.at.line
}
