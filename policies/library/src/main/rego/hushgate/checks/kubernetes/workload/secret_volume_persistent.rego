# METADATA
# title: Secret files lie on a disk
# description: A claim or the node's disk keeps what was written after the pod is gone.
# related_resources:
# - https://kubernetes.io/docs/concepts/storage/volumes
# custom:
#   id: K8S-SECRET-VOL-PERSISTENT
#   severity: medium
#   confidence: medium
#   remedy: Mount an emptyDir with medium Memory at the directory.
package hushgate.checks.kubernetes.workload.secret_volume_persistent

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type in {"claim", "host"}
	some container in workload.containers
	some mount in container.mounts
	mount.volume == volume.name
	some directory in limits.secret_directories
	holds(mount.path, directory)
	result := {
		"message": sprintf("%s of %s %s lies on volume %s, which outlives the pod", [mount.path, workload.kind, workload.name, volume.name]),
		"at": place.inside(workload, volume),
	}
}

holds(path, directory) if path == directory

holds(path, directory) if startswith(path, sprintf("%s/", [directory]))
