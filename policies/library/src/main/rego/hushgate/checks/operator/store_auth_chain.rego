# METADATA
# title: A secret store's credential comes from a secret store
# description: >-
#   The chain is as weak as its first link, and a circle cannot start again once it is broken.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: ESO-STORE-AUTH-CHAIN
#   severity: medium
#   confidence: high
#   remedy: Log in by the identity of a service account.
package hushgate.checks.operator.store_auth_chain

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	some credential in store.credentials
	some index in kubernetes.secrets[credential.secret]
	secret := data.estate.secret_objects[index]
	secret.store != ""
	kubernetes.same_namespace(secret.namespace, store.namespace)
	result := {
		"message": sprintf("%s %s logs in with Secret %s, which comes from %s", [store.kind, store.name, credential.secret, secret.store]),
		"severity": severity(store, secret.store),
		"at": sure(store, secret, place.inside(store, credential)),
		"related": [{"at": place.of(secret), "message": "what makes the Secret"}],
	}
}

severity(store, origin) := "high" if origin == sprintf("%s/%s", [store.kind, store.name])

severity(store, origin) := "medium" if origin != sprintf("%s/%s", [store.kind, store.name])

# Without namespaces, two manifests may well belong to different places.
sure(store, secret, at) := at if secret.at.file == store.at.file

sure(store, secret, at) := at if {
	secret.at.file != store.at.file
	store.namespace != ""
	secret.namespace != ""
}

sure(store, secret, at) := object.union(at, {"confidence": "low"}) if {
	secret.at.file != store.at.file
	"" in {store.namespace, secret.namespace}
}
