# METADATA
# title: A chart ships a secret that all its installations share
# description: >-
#   It looks strong and is published: every installation that keeps the default has the same.
# related_resources:
# - https://helm.sh/docs/chart_best_practices/values
# custom:
#   id: HELM-SHARED-DEFAULT-SECRET
#   severity: high
#   confidence: medium
#   remedy: Rotate it where it was used, leave the value empty and demand it.
package hushgate.checks.helm.shared_default

import data.hushgate.chart
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	value.value == "literal"
	value.use == "default"
	not chart.has_own_check(value)
	result := {"message": sprintf("%s has a value for everybody", [value.key]), "at": place.of(value)}
}
