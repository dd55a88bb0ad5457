# METADATA
# title: A workload takes secrets as environment variables
# description: >-
#   Environment variables reach child processes, crash reports and whoever may look at the
#   process.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-ENV-SECRETREF
#   severity: low
#   confidence: high
#   remedy: Mount the Secret as a file with mode 0400, or fetch it when the process starts.
package hushgate.checks.kubernetes.workload.env_secretref

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	found := [variable | some variable in container.env; variable.source == "secret"]
	count(found) > 0
	result := {
		"message": sprintf("container %s of %s %s takes %s from Secrets", [
			container.name, workload.kind, workload.name,
			concat(", ", [variable.name | some variable in found]),
		]),
		"at": place.inside(workload, found[0]),
	}
}
