# METADATA
# title: A secret operator does not check Vault's certificate
# description: Whoever stands between gets the token and every secret.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/vso
# custom:
#   id: VSO-TLS-SKIP
#   severity: high
#   confidence: high
#   remedy: Set skipTLSVerify to false and give the CA.
package hushgate.checks.operator.vso_tls_skip

import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	store.tls_skip == true
	result := {"message": sprintf("%s %s skips certificate checks", [store.kind, store.name]), "at": place.of(store)}
}
