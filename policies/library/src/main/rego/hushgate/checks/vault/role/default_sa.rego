# METADATA
# title: A Vault role admits the default service account
# description: Every pod that names no service account runs as default and gets the policies of the role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-DEFAULT-SA
#   severity: high
#   confidence: high
#   remedy: Create a service account for the workload and bind that one.
package hushgate.checks.vault.role.default_sa

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	"default" in role.bound.service_accounts
	result := {
		"message": sprintf("role %s on auth/%s admits the service account default", [role.name, role.auth_mount]),
		"at": place.setting(role, ["bound_service_account_names"]),
	}
}
