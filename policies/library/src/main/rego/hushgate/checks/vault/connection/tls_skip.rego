# METADATA
# title: A client of Vault does not check the certificate
# description: Whoever stands between gets the login and every secret.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-CONN-TLS-SKIP
#   severity: high
#   confidence: high
#   remedy: Give the client the certificate authority instead.
package hushgate.checks.vault.connection.tls_skip

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.enabled != false
	connection.tls_skip == true
	result := {"message": sprintf("%s skips the check of the certificate", [connection.via]), "at": place.of(connection)}
}
