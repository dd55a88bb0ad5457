# METADATA
# title: A secret store logs in by a static credential
# description: >-
#   The credential opens all that the store may read, and it is one more secret to keep and
#   rotate.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: ESO-STATIC-CREDENTIAL
#   severity: medium
#   confidence: high
#   remedy: Log in by the identity of a service account.
package hushgate.checks.operator.static_credential

import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	store.kind in {"SecretStore", "ClusterSecretStore", "VaultAuth", "VaultAuthGlobal"}
	some secret in {credential.secret | some credential in store.credentials; logs_in(credential)}
	credential := [one | some one in store.credentials; logs_in(one); one.secret == secret][0]
	result := {
		"message": sprintf("%s %s logs in with Secret %s", [store.kind, store.name, secret]),
		"at": place.inside(store, credential),
	}
}

logs_in(credential) if {
	regex.match(
		`(?i)^(token|secretid|secretaccesskey|accesskeyid|secretaccesskeyref|secret|password|clientsecret|roleid|auth|accesstoken|apikey)`,
		credential.setting,
	)
}
