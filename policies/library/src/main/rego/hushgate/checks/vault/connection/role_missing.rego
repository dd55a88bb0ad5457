# METADATA
# title: A Kubernetes login names no role
# description: Vault refuses the login, and the quick remedy is a token in the values.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: VLT-CONN-ROLE-MISSING
#   severity: high
#   confidence: high
#   remedy: Set the role that binds the service accounts of the release.
package hushgate.checks.vault.connection.role_missing

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via in {"harness-loader", "csi"}
	connection.enabled != false
	connection.method == "kubernetes"
	connection.role == ""
	result := {"message": sprintf("%s logs in without a role", [connection.key]), "at": place.of(connection)}
}
