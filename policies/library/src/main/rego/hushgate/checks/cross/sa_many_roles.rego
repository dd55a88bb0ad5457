# METADATA
# title: A service account may log in with several Vault roles
# description: What was split into roles comes together again in the account.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: XA-SA-MANY-ROLES
#   severity: low
#   confidence: medium
#   remedy: Bind the account to one role, or run the parts as accounts of their own.
package hushgate.checks.cross.sa_many_roles

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some [name, namespace], found in cross.roles_by_account
	policies := {policy | some index in found; some policy in data.estate.roles[index].policies}
	count({data.estate.roles[index].name | some index in found}) > 1
	count(policies) > 1
	first := min(found)
	text.is_known(name)
	result := {
		"message": sprintf("%s of %s logs in with roles %s and so gets policies %s", [
			name, namespace,
			concat(", ", sort({data.estate.roles[index].name | some index in found})), concat(", ", sort(policies)),
		]),
		"at": place.of(data.estate.roles[first]),
		"related": [{"at": place.of(data.estate.roles[index]), "message": "binds the account as well"} | some index in found; index != first],
	}
}
