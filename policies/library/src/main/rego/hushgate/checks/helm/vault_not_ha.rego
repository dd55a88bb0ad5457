# METADATA
# title: Vault runs as a single server
# description: Pods that read their secrets at the start do not start while it is down.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/helm
# custom:
#   id: VLT-NOT-HA
#   severity: info
#   confidence: medium
#   remedy: Enable server.ha with raft.
package hushgate.checks.helm.vault_not_ha

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)server\.standalone\.enabled$`, setting.key)
	setting.value == "true"
	setting.use == "override"
	result := {"message": sprintf("%s is true", [setting.key]), "at": place.of(setting)}
}
