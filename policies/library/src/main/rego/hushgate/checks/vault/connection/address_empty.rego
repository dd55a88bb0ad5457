# METADATA
# title: A client is not told where Vault is
# description: >-
#   The client waits for ever or falls back to a default, and pods hang in their init container.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/commands
# custom:
#   id: VLT-CONN-ADDRESS-EMPTY
#   severity: medium
#   confidence: high
#   remedy: Give the address with scheme and port.
package hushgate.checks.vault.connection.address_empty

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	connection.address == ""
	result := {"message": sprintf("%s is enabled without vault.address", [connection.key]), "at": place.of(connection)}
}
