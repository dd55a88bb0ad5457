# METADATA
# title: The token of the enterprise server goes into a Deployment
# description: The chart writes the value into the pod's environment in the clear, not into a Secret.
# related_resources:
# - https://docs.pachyderm.com/latest/set-up/helm-values
# custom:
#   id: PACH-SERVER-TOKEN-PLAINTEXT
#   severity: critical
#   confidence: high
#   remedy: Rotate the token and set enterpriseServerTokenSecretName.
package hushgate.checks.pachyderm.server_token

import data.hushgate.chart
import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value in {"literal", "weak"}
	some raw in limits.plain_token_values
	chart.is_key(value.key, raw)
	result := {"message": sprintf("%s holds a value", [value.key]), "at": place.of(value)}
}
