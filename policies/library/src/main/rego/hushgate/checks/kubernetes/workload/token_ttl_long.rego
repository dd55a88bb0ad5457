# METADATA
# title: A projected token lives long
# description: A stolen token works until it expires; the kubelet renews short ones by itself.
# related_resources:
# - https://kubernetes.io/docs/concepts/storage/projected-volumes
# custom:
#   id: K8S-TOKEN-TTL-LONG
#   severity: medium
#   confidence: high
#   remedy: Set expirationSeconds to an hour.
package hushgate.checks.kubernetes.workload.token_ttl_long

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type == "token"
	volume.expiration_seconds > limits.projected_token_ttl
	result := {
		"message": sprintf("the token in volume %s of %s %s lives %d seconds", [volume.name, workload.kind, workload.name, volume.expiration_seconds]),
		"at": place.inside(workload, volume),
	}
}
