# METADATA
# title: A chart makes its secret anew with each rendering
# description: >-
#   An upgrade or a sync by a controller changes the password while the database keeps the old
#   one.
# related_resources:
# - https://helm.sh/docs/chart_template_guide/function_list
# custom:
#   id: HELM-RANDOM-ON-RENDER
#   severity: low
#   confidence: medium
#   remedy: Look the existing Secret up first, or demand the name of one.
package hushgate.checks.helm.random_on_render

import data.hushgate.place

violation contains result if {
	some use in data.estate.template_uses
	use.kind == "generated"
	result := {"message": sprintf("%s makes a value in a Secret", [use.value]), "at": place.of(use)}
}
