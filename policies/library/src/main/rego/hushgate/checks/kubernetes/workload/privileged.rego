# METADATA
# title: A container may do everything on its node
# description: >-
#   A privileged container reads the memory and files of every other one, their secrets
#   included.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/pod-security-standards
# custom:
#   id: K8S-PRIVILEGED
#   severity: high
#   confidence: high
#   remedy: Drop privileged and all capabilities, and add back the one that is needed.
package hushgate.checks.kubernetes.workload.privileged

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	some power in powers(container.security)
	result := {
		"message": sprintf("container %s of %s %s runs with %s", [container.name, workload.kind, workload.name, power]),
		"at": place.inside(workload, container),
	}
}

powers(security) := {"privileged: true" | security.privileged == true} | {sprintf("capability %s", [capability]) |
	some capability in security.added_capabilities
	trim_prefix(upper(capability), "CAP_") in limits.node_capabilities
}
