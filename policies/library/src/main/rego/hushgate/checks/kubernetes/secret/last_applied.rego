# METADATA
# title: A Secret carries its former text in an annotation
# description: >-
#   kubectl apply keeps the whole manifest, stringData included, in an annotation that sealed or
#   encrypted data does not cover.
# related_resources:
# - https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config
# custom:
#   id: K8S-SECRET-LAST-APPLIED
#   severity: high
#   confidence: high
#   remedy: Rotate the values, remove the annotation, and apply with --server-side.
package hushgate.checks.kubernetes.secret.last_applied

import data.hushgate.place

violation contains result if {
	some secret in data.estate.secret_objects
	"kubectl.kubernetes.io/last-applied-configuration" in secret.annotation_keys
	result := {"message": sprintf("Secret %s keeps its last applied text", [secret.name]), "at": place.of(secret)}
}
