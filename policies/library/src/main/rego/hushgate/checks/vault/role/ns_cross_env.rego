# METADATA
# title: A Vault role joins environments
# description: >-
#   One role for development and production lets the weaker environment read the secrets of the
#   stronger one.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-ROLE-NS-CROSS-ENV
#   severity: high
#   confidence: medium
#   remedy: Make one role and one policy for each environment.
package hushgate.checks.vault.role.ns_cross_env

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	found := {environment |
		some namespace in role.bound.namespaces
		some environment, words in limits.environments
		some word in words
		word in split(namespace, "-")
	}
	count(found) > 1
	result := {
		"message": sprintf("role %s on auth/%s is bound to %s", [role.name, role.auth_mount, concat(" and ", sort(found))]),
		"at": place.setting(role, ["bound_service_account_namespaces"]),
	}
}
