# METADATA
# title: A copied secret has no sign of rotation
# description: A secret that is never rotated is known to everybody who ever saw it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: LIF-NO-ROTATION
#   severity: low
#   confidence: low
#   remedy: Give the source a rotation, and the copy a refresh interval.
package hushgate.checks.lifecycle.no_rotation

import data.hushgate.place

violation contains result if {
	some resource in data.estate.cloud_resources
	resource.type == "aws_secretsmanager_secret"
	count([rotation | some rotation in data.estate.cloud_resources; rotation.type == "aws_secretsmanager_secret_rotation"; contains(object.get(rotation.settings, "secret_id", ""), resource.name)]) == 0
	result := {"message": sprintf("secret %s has no rotation", [resource.name]), "at": place.of(resource)}
}
