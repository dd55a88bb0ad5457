# METADATA
# title: The key of a secret manager may be destroyed by a plan
# description: One plan that nobody reads loses every secret that the key encrypted.
# related_resources:
# - https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
# custom:
#   id: HAR-KMS-NO-PREVENT-DESTROY
#   severity: low
#   confidence: medium
#   remedy: Set lifecycle prevent_destroy.
package hushgate.checks.cloud.kms_no_prevent_destroy

import data.hushgate.cloud
import data.hushgate.place

violation contains result if {
	some resource in data.estate.cloud_resources
	resource.type in {"google_kms_crypto_key", "aws_kms_key", "azurerm_key_vault_key"}
	object.get(resource.settings, "lifecycle.prevent_destroy", "") != "true"
	some connector in data.estate.harness_connectors
	cloud.is_key_of(resource, connector)
	result := {
		"message": sprintf("%s.%s serves connector %s and may be destroyed", [resource.type, resource.name, connector.identifier]),
		"at": place.of(resource),
	}
}
