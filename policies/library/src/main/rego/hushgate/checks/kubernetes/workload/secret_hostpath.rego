# METADATA
# title: A workload reads secrets from the node's disk
# description: Whoever runs on the node reads the same files; nothing ties them to the workload.
# related_resources:
# - https://kubernetes.io/docs/concepts/storage/volumes
# custom:
#   id: K8S-SECRET-HOSTPATH
#   severity: high
#   confidence: medium
#   remedy: Use a Secret, a projected volume or the secret store's driver.
package hushgate.checks.kubernetes.workload.secret_hostpath

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type == "host"
	some pattern in limits.secret_host_paths
	regex.match(pattern, volume.ref)
	result := {
		"message": sprintf("%s %s mounts %s of the node", [workload.kind, workload.name, volume.ref]),
		"at": place.inside(workload, volume),
	}
}
