# METADATA
# title: The External Secrets Operator may make tokens of any service account
# description: Who controls the operator, or a store's definition, becomes any account of the cluster.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: ESO-TOKEN-CREATE
#   severity: medium
#   confidence: medium
#   remedy: Set rbac.serviceAccountTokenCreate to false, or scopedRBAC to true.
package hushgate.checks.operator.token_create

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	endswith(setting.key, "serviceAccountTokenCreate")
	setting.value == "true"
	setting.use != "example"
	count([other | some other in data.estate.chart_settings; other.at.file == setting.at.file; endswith(other.key, "scopedRBAC"); other.value == "true"]) == 0
	result := {"message": sprintf("%s is true", [setting.key]), "at": place.of(setting)}
}
