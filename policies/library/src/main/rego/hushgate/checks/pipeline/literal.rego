# METADATA
# title: A pipeline holds a secret
# description: Whoever reads the repository reads it, and so does its history.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-LITERAL
#   severity: high
#   confidence: medium
#   remedy: Rotate it and take it from the system's secret store.
package hushgate.checks.pipeline.literal

import data.hushgate.pipeline
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some fact in data.estate.pipelines
	some variable in pipeline.variables(fact)
	variable.value == "literal"
	text.names_secret(variable.name)
	result := {"message": sprintf("%s holds a value", [variable.name]), "at": place.inside(fact, variable)}
}
