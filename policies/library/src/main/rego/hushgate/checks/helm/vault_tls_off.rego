# METADATA
# title: Vault is installed without TLS
# description: Every token and secret crosses the cluster's network readable.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/helm/configuration
# custom:
#   id: HELM-VAULT-TLS-OFF
#   severity: high
#   confidence: medium
#   remedy: Set global.tlsDisable to false and give the listener a certificate.
package hushgate.checks.helm.vault_tls_off

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)global\.tlsDisable$`, setting.key)
	setting.value == "true"
	setting.use == "override"
	result := {"message": sprintf("%s is true", [setting.key]), "at": place.of(setting)}
}
