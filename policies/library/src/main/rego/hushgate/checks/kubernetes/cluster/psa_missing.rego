# METADATA
# title: A namespace enforces no pod security standard
# description: A privileged pod in it reads the secrets of every other pod on its node.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/pod-security-admission
# custom:
#   id: K8S-PSA-MISSING
#   severity: low
#   confidence: medium
#   remedy: Label the namespace pod-security.kubernetes.io/enforce with baseline or restricted.
package hushgate.checks.kubernetes.cluster.psa_missing

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some namespace in data.estate.namespaces
	not namespace.name in limits.rbac_shared_namespaces
	enforced := object.get(namespace.labels, "pod-security.kubernetes.io/enforce", "privileged")
	enforced == "privileged"
	result := {"message": sprintf("namespace %s admits privileged pods", [namespace.name]), "at": place.of(namespace)}
}
