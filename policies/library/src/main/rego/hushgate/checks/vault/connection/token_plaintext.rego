# METADATA
# title: A Vault token stands in a configuration
# description: The token lies in the repository and in the ConfigMap that is made of it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-CONN-TOKEN-PLAINTEXT
#   severity: critical
#   confidence: high
#   remedy: Log in with the Kubernetes method; revoke the token that leaked.
package hushgate.checks.vault.connection.token_plaintext

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.enabled != false
	connection.token == "literal"
	result := {"message": sprintf("%s holds a Vault token", [connection.via]), "at": place.of(connection)}
}
