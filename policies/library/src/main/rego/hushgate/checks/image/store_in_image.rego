# METADATA
# title: An image carries the data of a secret store
# description: >-
#   The registry is no secret store: everybody who may pull the image takes the data home and
#   tries keys on it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: IMG-STORE-IN-IMAGE
#   severity: high
#   confidence: medium
#   remedy: Back the store up to encrypted storage with a policy of its own.
package hushgate.checks.image.store_in_image

import data.hushgate.place

violation contains result if {
	some step in data.estate.image_steps
	step.instruction in {"COPY", "ADD"}
	some source in step.sources
	regex.match(`(?i)(vault[-_]?(data|backup|snapshot)|raft\.db|vault\.db|\.sops\.ya?ml|\.snap)$`, source)
	result := {"message": sprintf("%s brings %s into the image", [step.instruction, source]), "at": place.of(step)}
}
