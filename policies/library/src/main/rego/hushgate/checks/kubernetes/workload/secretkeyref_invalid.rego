# METADATA
# title: A reference to a Secret names no key
# description: Kubernetes refuses the pod, and such mistakes get mended by a literal value.
# related_resources:
# - https://kubernetes.io/docs/concepts/configuration/secret
# custom:
#   id: K8S-SECRETKEYREF-INVALID
#   severity: medium
#   confidence: high
#   remedy: Name the key under secretKeyRef.key.
package hushgate.checks.kubernetes.workload.secretkeyref_invalid

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	some variable in container.env
	variable.source == "secret"
	variable.key == ""
	variable.ref != ""
	result := {
		"message": sprintf("%s of container %s refers to Secret %s without a key", [variable.name, container.name, variable.ref]),
		"at": place.inside(workload, variable),
	}
}
