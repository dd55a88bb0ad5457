# METADATA
# title: A secret file never changes after the start
# description: >-
#   A file that is mounted by subPath does not follow the Secret, so that a rotation reaches
#   nobody.
# related_resources:
# - https://kubernetes.io/docs/concepts/storage/volumes
# custom:
#   id: K8S-SECRET-SUBPATH
#   severity: low
#   confidence: high
#   remedy: Mount the directory instead of the file.
package hushgate.checks.kubernetes.workload.secret_subpath

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type == "secret"
	some container in workload.containers
	some mount in container.mounts
	mount.volume == volume.name
	mount.sub_path != ""
	result := {
		"message": sprintf("%s of %s %s is mounted by subPath", [mount.path, workload.kind, workload.name]),
		"at": place.inside(workload, volume),
	}
}
