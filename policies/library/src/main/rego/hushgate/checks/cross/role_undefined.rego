# METADATA
# title: A login names a Vault role that nobody defines
# description: >-
#   The login fails today, and whoever makes a role of that name decides what the workload gets.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: XA-ROLE-UNDEFINED
#   severity: high
#   confidence: low
#   absence: roles
#   remedy: Correct the name, or add the role beside the workload.
package hushgate.checks.cross.role_undefined

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some login in cross.logins
	text.is_known(login.role)
	count(data.estate.roles) > 0
	count(cross.roles_of(login)) == 0
	result := {
		"message": sprintf("%s logs in with role %s of auth/%s, which nothing here defines", [login.who, login.role, login.auth_mount]),
		"at": place.lonely(login.fact, "roles"),
	}
}
