# METADATA
# title: A chart could refer to a Secret and gets the value
# description: >-
#   The chart takes the name of an existing Secret, which would keep the value out of the
#   repository and of the release.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-RAW-SECRET
#   severity: medium
#   confidence: high
#   remedy: Rotate the value, make the Secret by the store's operator and name it.
package hushgate.checks.helm.raw_secret

import data.hushgate.chart
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value == "literal"
	value.use == "override"
	others := [sprintf("%s%s", [chart.prefix(value.key, pair.raw), pair.reference]) | some pair in chart.pairs]
	count(others) > 0
	count([reference | some other in others; some reference in chart.values_of(value.at.file, other); reference.value == "reference"]) == 0
	not chart.is_pachyderm(value.key)
	result := {"message": sprintf("%s holds a value where %s could name a Secret", [value.key, concat(" or ", others)]), "at": place.of(value)}
}
