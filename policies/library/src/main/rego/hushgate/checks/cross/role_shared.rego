# METADATA
# title: One Vault role serves many service accounts
# description: Each of them reads what any of them needs; the loss of one is the loss of all.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: XA-ROLE-SHARED
#   severity: medium
#   confidence: medium
#   remedy: Make a role and a policy for each service.
package hushgate.checks.cross.role_shared

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	accounts := {name | some name in role.bound.service_accounts; not contains(name, "*")}
	count(accounts) > limits.role_accounts
	result := {
		"message": sprintf("role %s on auth/%s serves %d service accounts with the same policies", [role.name, role.auth_mount, count(accounts)]),
		"at": place.setting(role, ["bound_service_account_names"]),
	}
}
