# METADATA
# title: A Harness delegate administers the cluster
# description: >-
#   Who runs a step on the delegate reads every Secret and becomes every service account of the
#   cluster.
# related_resources:
# - https://developer.harness.io/docs/platform/delegates
# custom:
#   id: HAR-DELEGATE-CLUSTER-ADMIN
#   severity: high
#   confidence: high
#   remedy: Set k8sPermissionsType to NAMESPACE_ADMIN, or bind a role of your own.
package hushgate.checks.harness.delegate_cluster_admin

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	endswith(setting.key, "k8sPermissionsType")
	setting.value == "CLUSTER_ADMIN"
	setting.use != "example"
	result := {"message": sprintf("%s is CLUSTER_ADMIN", [setting.key]), "at": place.of(setting)}
}
