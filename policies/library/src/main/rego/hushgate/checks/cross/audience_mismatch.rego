# METADATA
# title: A login presents another audience than its Vault role demands
# description: Vault refuses the token, and the quick remedy is a role without an audience.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: XA-AUDIENCE-MISMATCH
#   severity: high
#   confidence: medium
#   remedy: Use one audience in the role, the token and the operator.
package hushgate.checks.cross.audience_mismatch

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some store in data.estate.secret_stores
	count(store.audiences) > 0
	login := {"auth_mount": store.auth_mount, "role": store.role}
	some index in cross.roles_of(login)
	role := data.estate.roles[index]
	text.is_known(role.bound.audience)
	not role.bound.audience in store.audiences
	result := {
		"message": sprintf("%s %s presents audience %s, role %s demands %s", [store.kind, store.name, concat(", ", store.audiences), role.name, role.bound.audience]),
		"at": place.of(store),
		"related": [{"at": place.of(role), "message": "the role"}],
	}
}
