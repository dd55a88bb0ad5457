# METADATA
# title: Every pod of the cluster may log in to Vault
# description: >-
#   With a wildcard for service accounts and one for namespaces, whoever can start a pod anywhere
#   gets the policies of the role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-WILDCARD-BOTH
#   severity: critical
#   confidence: high
#   remedy: Name the service accounts and the namespaces.
package hushgate.checks.vault.role.wildcard_both

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	"*" in role.bound.service_accounts
	"*" in role.bound.namespaces
	result := {
		"message": sprintf("role %s on auth/%s admits every service account of every namespace", [role.name, role.auth_mount]),
		"at": place.setting(role, ["bound_service_account_names"]),
	}
}
