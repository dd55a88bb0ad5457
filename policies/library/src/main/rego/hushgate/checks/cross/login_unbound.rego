# METADATA
# title: A workload's service account is not bound by the role that it logs in with
# description: Vault answers permission denied, and the quick remedy is a wildcard in the role.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: XA-LOGIN-UNBOUND
#   severity: medium
#   confidence: medium
#   remedy: Add the account and its namespace to the role.
package hushgate.checks.cross.login_unbound

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some login in cross.logins
	text.is_known(login.service_account)
	text.is_known(login.namespace)
	found := cross.roles_of(login)
	count(found) > 0
	every index in found {
		not cross.binds(data.estate.roles[index], login.namespace, login.service_account)
	}
	result := {
		"message": sprintf("%s logs in as %s of %s, which role %s does not bind", [login.who, login.service_account, login.namespace, login.role]),
		"at": place.of(login.fact),
		"related": [{"at": place.of(data.estate.roles[index]), "message": "the role"} | some index in found],
	}
}
