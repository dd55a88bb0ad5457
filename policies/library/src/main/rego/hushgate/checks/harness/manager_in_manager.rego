# METADATA
# title: The credential of a secret manager lies in another one
# description: >-
#   Harness supports only its built-in manager for that: to open the second manager the first
#   must already be open.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SM-IN-SM
#   severity: high
#   confidence: high
#   remedy: Keep the credential in the built-in secret manager.
package hushgate.checks.harness.manager_in_manager

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	harness.is_manager(connector)
	some setting, reference in connector.secret_refs
	some index in harness.secrets_of(connector, reference)
	secret := data.estate.harness_secrets[index]
	not harness.is_builtin(secret.manager)
	secret.manager != ""
	not harness.is_same(secret, secret.manager, connector)
	result := {
		"message": sprintf("%s of %s is secret %s, which lies in %s", [setting, connector.identifier, reference, secret.manager]),
		"at": place.setting(connector, [setting]),
		"related": [{"at": place.of(secret), "message": "the secret"}],
	}
}
