# METADATA
# title: Vault reviews logins over plain HTTP
# description: Whoever stands between Vault and the cluster answers the review and logs in as anybody.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-K8SAUTH-HTTP
#   severity: high
#   confidence: high
#   remedy: Use the https address of the API server and give its certificate authority.
package hushgate.checks.vault.auth.http

import data.hushgate.place

violation contains result if {
	some config in data.estate.vault_auth_configs
	startswith(lower(config.host), "http://")
	result := {
		"message": sprintf("auth/%s/config asks %s", [config.auth_mount, config.host]),
		"at": place.setting(config, ["kubernetes_host"]),
	}
}
