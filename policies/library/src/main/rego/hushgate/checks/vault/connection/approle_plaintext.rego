# METADATA
# title: An AppRole secret id stands in a configuration
# description: Role id and secret id together are a login.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-CONN-APPROLE-PLAINTEXT
#   severity: critical
#   confidence: high
#   remedy: >-
#     Deliver the secret id wrapped at start, or log in with the Kubernetes method; destroy the
#     secret id that leaked.
package hushgate.checks.vault.connection.approle_plaintext

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.enabled != false
	connection.secret_id == "literal"
	result := {"message": sprintf("%s holds an AppRole secret id", [connection.via]), "at": place.of(connection)}
}
