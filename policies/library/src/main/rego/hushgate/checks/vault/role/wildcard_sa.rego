# METADATA
# title: Every service account of a namespace may log in to Vault
# description: >-
#   Any pod of the namespace, also one without a service account of its own, gets the policies of
#   the role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-WILDCARD-SA
#   severity: high
#   confidence: high
#   remedy: Name the service accounts that need the role.
package hushgate.checks.vault.role.wildcard_sa

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	"*" in role.bound.service_accounts
	not "*" in role.bound.namespaces
	result := {
		"message": sprintf("role %s on auth/%s admits every service account of %s", [role.name, role.auth_mount, concat(", ", role.bound.namespaces)]),
		"at": place.setting(role, ["bound_service_account_names"]),
	}
}
