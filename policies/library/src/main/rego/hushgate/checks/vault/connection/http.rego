# METADATA
# title: A client reaches Vault over plain HTTP
# description: Token and secrets cross the network readable.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-CONN-HTTP
#   severity: high
#   confidence: high
#   remedy: Use https and give the client the certificate authority.
package hushgate.checks.vault.connection.http

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.enabled != false
	startswith(lower(connection.address), "http://")
	not is_loopback(connection.address)
	result := {"message": sprintf("%s reaches Vault at %s", [connection.via, connection.address]), "at": place.of(connection)}
}

# Inside the machine nobody stands between.
is_loopback(address) if regex.match(`^http://(127\.|localhost|\[::1\])`, lower(address))
