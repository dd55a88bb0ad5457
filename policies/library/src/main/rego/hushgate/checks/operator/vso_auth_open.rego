# METADATA
# title: Every namespace may use a login of the Vault Secrets Operator
# description: Whoever may write a VaultStaticSecret anywhere gets what the login may read.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/vso
# custom:
#   id: VSO-AUTH-OPEN
#   severity: high
#   confidence: high
#   remedy: Name the namespaces under allowedNamespaces.
package hushgate.checks.operator.vso_auth_open

import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	store.kind in {"VaultAuth", "VaultAuthGlobal"}
	"*" in store.allowed_namespaces
	result := {"message": sprintf("%s %s serves every namespace", [store.kind, store.name]), "at": place.of(store)}
}
