# METADATA
# title: A workload takes a whole Secret as its environment
# description: >-
#   Every key of the Secret becomes a variable, also those that are added later and that the
#   process never needs.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-ENV-WHOLE-SECRET
#   severity: high
#   confidence: medium
#   remedy: Name the keys that the process needs, and mount them as files.
package hushgate.checks.kubernetes.workload.env_whole_secret

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	some source in container.env_from
	source.source == "secret"
	result := {
		"message": sprintf("container %s of %s %s takes all of Secret %s", [container.name, workload.kind, workload.name, source.ref]),
		"at": place.inside(workload, source),
	}
}
