# METADATA
# title: A projected token has no audience
# description: >-
#   Without an audience the token is one for the API server, and whoever receives it can use it
#   there.
# related_resources:
# - https://kubernetes.io/docs/concepts/storage/projected-volumes
# custom:
#   id: K8S-TOKEN-NO-AUDIENCE
#   severity: low
#   confidence: high
#   remedy: Set audience to the service that checks the token.
package hushgate.checks.kubernetes.workload.token_no_audience

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some volume in workload.volumes
	volume.type == "token"
	volume.audience == ""
	volume.name != "kube-api-access"
	result := {
		"message": sprintf("the token in volume %s of %s %s names no audience", [volume.name, workload.kind, workload.name]),
		"at": place.inside(workload, volume),
	}
}
