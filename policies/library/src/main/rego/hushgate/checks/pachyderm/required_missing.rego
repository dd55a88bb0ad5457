# METADATA
# title: Pachyderm is to authenticate without what that requires
# description: The chart makes values up or leaves authentication off, and nobody notices.
# related_resources:
# - https://docs.pachyderm.com/latest/set-up/helm-values
# custom:
#   id: PACH-REQUIRED-MISSING
#   severity: info
#   confidence: low
#   absence: chart_values
#   remedy: Give the licence and the identity providers by the names of Secrets.
package hushgate.checks.pachyderm.required_missing

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)pachd\.activateAuth$`, setting.key)
	setting.value == "true"
	setting.use == "override"
	count([value | some value in data.estate.chart_values; value.at.file == setting.at.file; regex.match(`enterpriseLicenseKey(SecretName)?$`, value.key); not value.value in {"empty", "absent"}]) == 0
	result := {"message": "authentication is on and no licence is given", "at": place.lonely(setting, "chart_values")}
}
