# METADATA
# title: A Pachyderm value holds a secret that the chart takes by name
# description: >-
#   The vendor says that these values do not belong into a values file; the chart takes the name
#   of a Secret for each.
# related_resources:
# - https://docs.pachyderm.com/latest/set-up/helm-values
# custom:
#   id: PACH-RAW-SECRET
#   severity: high
#   confidence: high
#   remedy: Rotate the value, make the Secret and set the SecretName attribute.
package hushgate.checks.pachyderm.raw_secret

import data.hushgate.chart
import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value == "literal"
	value.use != "example"
	some raw in limits.raw_values
	chart.is_key(value.key, raw)
	result := {"message": sprintf("%s holds a value", [value.key]), "severity": severity(raw), "at": place.of(value)}
}

severity(raw) := "critical" if regex.match(`rootToken$|\.storage\.`, raw)

severity(raw) := "high" if not regex.match(`rootToken$|\.storage\.`, raw)
