# METADATA
# title: A secret manager keeps its own credential
# description: >-
#   Once the credential changes or expires, nothing can be opened any more, the new credential
#   included.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SM-SELFREF
#   severity: critical
#   confidence: high
#   remedy: Keep the credential in the built-in secret manager.
package hushgate.checks.harness.manager_selfref

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	harness.is_manager(connector)
	some setting, reference in connector.secret_refs
	some index in harness.secrets_of(connector, reference)
	secret := data.estate.harness_secrets[index]
	harness.is_same(secret, secret.manager, connector)
	result := {
		"message": sprintf("%s of %s is secret %s, which lies in %s itself", [setting, connector.identifier, reference, connector.identifier]),
		"at": place.setting(connector, [setting]),
		"related": [{"at": place.of(secret), "message": "the secret"}],
	}
}
