# METADATA
# title: A values file holds a secret
# description: Whoever reads the repository reads it, and Helm keeps it in the release besides.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-VALUES-LITERAL
#   severity: high
#   confidence: medium
#   remedy: Rotate it and refer to an existing Secret, or encrypt the file.
package hushgate.checks.helm.values_literal

import data.hushgate.chart
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value == "literal"
	value.use == "override"
	not chart.has_own_check(value)
	result := {"message": sprintf("%s holds a value", [value.key]), "at": place.of(value)}
}
