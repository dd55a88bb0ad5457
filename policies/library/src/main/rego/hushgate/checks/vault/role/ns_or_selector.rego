# METADATA
# title: A Vault role joins namespaces and a selector by OR
# description: >-
#   A namespace is admitted if it is listed or if the selector fits; whoever labels a namespace gets
#   in.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-NS-OR-SELECTOR
#   severity: medium
#   confidence: high
#   remedy: Keep one of the two.
package hushgate.checks.vault.role.ns_or_selector

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	role.bound.namespace_selector != ""
	count(role.bound.namespaces) > 0
	result := {
		"message": sprintf("role %s on auth/%s admits listed namespaces and also those that the selector fits", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
