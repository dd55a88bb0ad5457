# METADATA
# title: A Vault role accepts tokens made for others
# description: Without an audience a service-account token that leaked to another service also logs in here.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/updates/important-changes
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-NO-AUDIENCE
#   severity: low
#   confidence: high
#   remedy: Set audience on the role and request tokens for that audience.
package hushgate.checks.vault.role.no_audience

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	role.bound.audience == ""
	result := {
		"message": sprintf("role %s on auth/%s checks no audience", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
