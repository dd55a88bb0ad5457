# METADATA
# title: The Kubernetes auth method keeps a reviewer's token or checks no certificate
# description: >-
#   A stored token is long-lived and may review every token of the cluster; without a CA anybody
#   can answer for the API server.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: VLT-K8SAUTH-REVIEWER
#   severity: medium
#   confidence: medium
#   remedy: >-
#     Leave token_reviewer_jwt out, so that Vault or the client uses its own token, and give
#     kubernetes_ca_cert.
package hushgate.checks.vault.auth.reviewer

import data.hushgate.place

violation contains result if {
	some config in data.estate.vault_auth_configs
	config.host != ""
	some flaw in flaws(config)
	result := {"message": sprintf("auth/%s %s", [config.auth_mount, flaw]), "at": place.of(config)}
}

flaws(config) := {"stores the token of a reviewer" | config.reviewer_jwt == "reference"} | {"knows no CA certificate" |
	config.certificate == false
	config.reviewer_jwt != "absent"
	startswith(config.host, "https://")
}
