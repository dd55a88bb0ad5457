# METADATA
# title: A release runs as the default service account
# description: Whatever the account is ever granted, every pod of the namespace has.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: HELM-SA-DEFAULT
#   severity: medium
#   confidence: medium
#   remedy: Create a service account for the release.
package hushgate.checks.helm.sa_default

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	endswith(setting.key, "serviceAccount.create")
	setting.value == "false"
	setting.use == "override"
	name := regex.replace(setting.key, `create$`, "name")
	count([other | some other in data.estate.chart_settings; other.at.file == setting.at.file; other.key == name; not other.value in {"", "default"}]) == 0
	result := {"message": sprintf("%s is false and no account is named", [setting.key]), "at": place.of(setting)}
}
