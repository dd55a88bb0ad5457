# METADATA
# title: The key of a secret manager rotates by itself
# description: >-
#   Harness does not follow a rotation: secrets of old versions are lost when those are removed.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/add-google-kms-secrets-manager
# custom:
#   id: HAR-KMS-ROTATION
#   severity: medium
#   confidence: medium
#   remedy: Drop the rotation of this key, and make a new one with a new connector instead.
package hushgate.checks.cloud.kms_rotation

import data.hushgate.cloud
import data.hushgate.place

violation contains result if {
	some resource in data.estate.cloud_resources
	cloud.rotates(resource)
	some connector in data.estate.harness_connectors
	cloud.is_key_of(resource, connector)
	result := {
		"message": sprintf("%s.%s rotates and serves connector %s", [resource.type, resource.name, connector.identifier]),
		"at": place.of(resource),
		"related": [{"at": place.of(connector), "message": "the connector"}],
	}
}
