# METADATA
# title: A Vault server listens without TLS
# description: Every token and secret crosses the network readable.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-LISTENER-NO-TLS
#   severity: high
#   confidence: high
#   remedy: Give the listener a certificate and key, and remove tls_disable.
package hushgate.checks.vault.server.listener_no_tls

import data.hushgate.place

violation contains result if {
	some block in data.estate.server_blocks
	block.kind == "listener"
	block.label != "unix"
	block.settings.tls_disable in {"1", "true"}
	not regex.match(`^(127\.|localhost|\[::1\]|unix)`, object.get(block.settings, "address", ""))
	result := {"message": sprintf("the %s listener disables TLS", [block.label]), "at": place.of(block)}
}
