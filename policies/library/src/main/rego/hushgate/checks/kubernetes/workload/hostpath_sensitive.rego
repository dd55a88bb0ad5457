# METADATA
# title: A workload mounts what the node keeps of all pods
# description: >-
#   Below these paths lie the tokens and secrets of every pod on the node, or the socket that
#   starts containers.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/pod-security-standards
# custom:
#   id: K8S-HOSTPATH-SENSITIVE
#   severity: high
#   confidence: medium
#   remedy: >-
#     Drop the volume; where an agent of the node needs it, mount the narrowest directory
#     read-only and keep the namespace closed.
package hushgate.checks.kubernetes.workload.hostpath_sensitive

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type == "host"
	found := [pattern | some pattern in limits.node_paths; regex.match(pattern, volume.ref)]
	count(found) > 0
	result := {
		"message": sprintf("%s %s mounts %s of the node", [workload.kind, workload.name, volume.ref]),
		"at": place.inside(workload, volume),
	}
}
