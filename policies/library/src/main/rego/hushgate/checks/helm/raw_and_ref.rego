# METADATA
# title: A raw value stays beside the reference that replaces it
# description: The chart no longer uses the value, and the repository still holds it.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-RAW-AND-REF
#   severity: medium
#   confidence: high
#   remedy: Rotate the value and remove it.
package hushgate.checks.helm.raw_and_ref

import data.hushgate.chart
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value in {"literal", "weak"}
	some pair in chart.pairs
	prefix := chart.prefix(value.key, pair.raw)
	other := sprintf("%s%s", [prefix, pair.reference])
	some reference in chart.values_of(value.at.file, other)
	reference.value == "reference"
	result := {
		"message": sprintf("%s holds a value although %s replaces it", [value.key, other]),
		"at": place.of(value),
		"related": [{"at": place.of(reference), "message": "the reference"}],
	}
}
