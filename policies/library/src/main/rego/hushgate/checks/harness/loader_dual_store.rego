# METADATA
# title: The secrets loader is on and the values make Secrets besides
# description: The same secret lies in two places, and only one of them is rotated.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-LOADER-DUAL-STORE
#   severity: medium
#   confidence: medium
#   remedy: Remove the values once the store has them.
package hushgate.checks.harness.loader_dual_store

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	some value in data.estate.chart_values
	value.at.file == connection.at.file
	value.value in {"literal", "weak"}
	regex.match(`(^|\.)(secrets\.(default|kubernetesSecrets)|secretValues)([.\[]|$)`, value.key)
	result := {
		"message": sprintf("%s holds a value although %s is enabled", [value.key, connection.key]),
		"at": place.of(value),
		"related": [{"at": place.of(connection), "message": "the loader"}],
	}
}
