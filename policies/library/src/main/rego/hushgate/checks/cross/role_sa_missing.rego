# METADATA
# title: A Vault role binds a service account that nobody makes
# description: >-
#   The name is free: who makes an account of that name gets the role's rights.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: XA-ROLE-SA-MISSING
#   severity: medium
#   confidence: low
#   absence: service_accounts
#   remedy: Take the account off the role.
package hushgate.checks.cross.role_sa_missing

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	some name in role.bound.service_accounts
	text.is_known(name)
	not contains(name, "*")
	name != "default"
	count(data.estate.service_accounts) > 0
	count([namespace | some namespace in role.bound.namespaces; kubernetes.has_account(namespace, name)]) == 0
	not wildcard_namespace(role, name)
	result := {
		"message": sprintf("role %s on auth/%s binds %s, which no manifest makes", [role.name, role.auth_mount, name]),
		"at": place.lonely(role, "service_accounts"),
	}
}

wildcard_namespace(role, name) if {
	some namespace in role.bound.namespaces
	contains(namespace, "*")
	count(kubernetes.accounts[name]) > 0
}
