# METADATA
# title: A secret file is copied into an image and removed later
# description: The layer that brought the file keeps it for everybody who pulls the image.
# related_resources:
# - https://docs.docker.com/build/building/secrets
# custom:
#   id: IMG-DF-RM-LATER
#   severity: high
#   confidence: medium
#   remedy: Use a secret mount, or a stage of its own that is not shipped.
package hushgate.checks.image.rm_later

import data.hushgate.place

violation contains result if {
	some step in data.estate.image_steps
	step.instruction in {"COPY", "ADD"}
	step.shipped
	some source in step.sources
	regex.match(`(?i)(^|/)(id_(rsa|ed25519|ecdsa)|\.npmrc|\.netrc|\.pypirc|\.env(\.[\w-]+)?|[\w.-]+\.(pem|key|p12|jks))$`, source)
	result := {"message": sprintf("%s brings %s into a layer", [step.instruction, source]), "at": place.of(step)}
}
