# METADATA
# title: Every namespace may read through a ClusterSecretStore
# description: Whoever may write an ExternalSecret anywhere gets whatever the store may read.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: ESO-CLUSTERSTORE-OPEN
#   severity: high
#   confidence: high
#   remedy: List the namespaces under conditions, or use a SecretStore in each.
package hushgate.checks.operator.clusterstore_open

import data.hushgate.place

violation contains result if {
	some store in data.estate.secret_stores
	store.kind == "ClusterSecretStore"
	store.open == true
	result := {"message": sprintf("ClusterSecretStore %s has no conditions", [store.name]), "at": place.of(store)}
}
