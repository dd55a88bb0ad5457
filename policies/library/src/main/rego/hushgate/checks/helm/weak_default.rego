# METADATA
# title: A chart value is a password that everybody knows
# description: Published defaults are the first thing that anybody tries.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-WEAK-DEFAULT
#   severity: medium
#   confidence: high
#   remedy: Leave the value empty and demand it, or refer to an existing Secret.
package hushgate.checks.helm.weak_default

import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value == "weak"
	result := {"message": sprintf("%s is a published default", [value.key]), "severity": severity[value.use], "at": place.of(value)}
}

severity := {"override": "high", "default": "medium", "example": "low"}
