# METADATA
# title: A label of an image carries a secret
# description: Labels are read without pulling the image and end up in inventories and logs.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-LABEL-SECRET
#   severity: high
#   confidence: medium
#   remedy: Rotate it and drop the label.
package hushgate.checks.image.label_secret

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some step in data.estate.image_steps
	step.instruction == "LABEL"
	text.names_secret(step.name)
	step.value == "literal"
	result := {"message": sprintf("label %s holds a value", [step.name]), "at": place.of(step)}
}
