# METADATA
# title: A Vault role admits a service account name of any namespace
# description: >-
#   Whoever may create a namespace or a service account of that name anywhere gets the policies of
#   the role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-WILDCARD-NS
#   severity: high
#   confidence: high
#   remedy: Name the namespaces.
package hushgate.checks.vault.role.wildcard_ns

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	"*" in role.bound.namespaces
	not "*" in role.bound.service_accounts
	result := {
		"message": sprintf("role %s on auth/%s admits %s of every namespace", [role.name, role.auth_mount, concat(", ", role.bound.service_accounts)]),
		"at": place.setting(role, ["bound_service_account_namespaces"]),
	}
}
