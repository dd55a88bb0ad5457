# METADATA
# title: A Vault connector never renews its token
# description: >-
#   The token ends in the middle of the day, or was made to last for ever so that it does not.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/add-hashicorp-vault
# custom:
#   id: HAR-VAULT-RENEW
#   severity: medium
#   confidence: medium
#   remedy: Set renewalIntervalMinutes well below the token's lifetime, or log in by an identity.
package hushgate.checks.harness.vault_renew

import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	connector.type == "Vault"
	connector.settings.renewalIntervalMinutes == "0"
	connector.secret_values.authToken == "reference"
	result := {"message": sprintf("connector %s logs in by token and never renews it", [connector.identifier]), "at": place.setting(connector, ["renewalIntervalMinutes"])}
}
