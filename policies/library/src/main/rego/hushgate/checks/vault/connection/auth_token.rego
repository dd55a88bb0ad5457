# METADATA
# title: A workload logs in to Vault by a shared credential
# description: >-
#   A token or secret ID in the configuration serves whoever reads it, from anywhere, until
#   somebody remembers to rotate it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: VLT-CONN-AUTH-TOKEN
#   severity: high
#   confidence: high
#   remedy: Log in by the pod's own service account, with method kubernetes and a role.
package hushgate.checks.vault.connection.auth_token

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.enabled == true
	connection.method in object.keys(severity)
	result := {
		"message": sprintf("%s logs in by %s", [named(connection), connection.method]),
		"severity": severity[connection.method],
		"at": place.setting(connection, ["vault.auth.method", "method"]),
	}
}

severity := {"token": "high", "approle": "medium"}

named(connection) := connection.key if connection.key != ""

named(connection) := connection.via if connection.key == ""
