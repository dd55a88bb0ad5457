# METADATA
# title: A Vault role admits names by a pattern
# description: >-
#   Whoever can name a service account or namespace to fit the pattern gets the policies of the
#   role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-GLOB-BOUND
#   severity: medium
#   confidence: high
#   remedy: List the names.
package hushgate.checks.vault.role.glob_bound

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	some name in array.concat(role.bound.service_accounts, role.bound.namespaces)
	name != "*"
	contains(name, "*")
	result := {
		"message": sprintf("role %s on auth/%s admits whatever matches %s", [role.name, role.auth_mount, name]),
		"at": place.of(role),
	}
}
