# METADATA
# title: A workload has a secret in its manifest
# description: >-
#   A literal environment variable is readable in the repository, in kubectl describe and in every
#   crash report.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-ENV-LITERAL-SECRET
#   severity: high
#   confidence: medium
#   remedy: Rotate the value, keep it in a secret store and fetch it at start or mount it as a file.
package hushgate.checks.kubernetes.workload.env_literal

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	some variable in container.env
	variable.value == "literal"
	regex.match(limits.secret_name, variable.name)
	not regex.match(limits.public_name, variable.name)
	result := {
		"message": sprintf("%s of container %s in %s %s holds a value", [
			variable.name, container.name,
			workload.kind, workload.name,
		]),
		"at": place.inside(workload, variable),
	}
}
