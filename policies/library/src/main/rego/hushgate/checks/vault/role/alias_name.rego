# METADATA
# title: A Vault identity follows the name of a service account
# description: >-
#   A service account that is deleted and made again by somebody else inherits the identity and its
#   policies.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: VLT-ROLE-ALIAS-NAME
#   severity: medium
#   confidence: high
#   remedy: Leave alias_name_source at serviceaccount_uid.
package hushgate.checks.vault.role.alias_name

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	role.bound.alias_name_source == "serviceaccount_name"
	result := {
		"message": sprintf("role %s on auth/%s identifies service accounts by name", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
