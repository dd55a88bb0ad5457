# METADATA
# title: A reviewer token of Vault is written down
# description: >-
#   The token that reviews logins can review every token of the cluster, and as a literal it lies in
#   the repository.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-K8SAUTH-JWT-LITERAL
#   severity: critical
#   confidence: high
#   remedy: >-
#     Remove it: Vault in the cluster uses its own service account; outside, read it from a file at
#     run time. Revoke the one that leaked.
package hushgate.checks.vault.auth.jwt_literal

import data.hushgate.place

violation contains result if {
	some config in data.estate.vault_auth_configs
	config.reviewer_jwt == "literal"
	result := {
		"message": sprintf("auth/%s/config holds token_reviewer_jwt as a literal", [config.auth_mount]),
		"at": place.setting(config, ["token_reviewer_jwt"]),
	}
}
