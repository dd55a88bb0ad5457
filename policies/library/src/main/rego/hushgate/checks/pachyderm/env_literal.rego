# METADATA
# title: A Pachyderm pipeline holds a secret
# description: >-
#   transform.env is for plain settings: the specification is stored and shown in the clear.
# related_resources:
# - https://docs.pachyderm.com/latest/build-dags/pipeline-spec
# custom:
#   id: PACH-ENV-LITERAL
#   severity: high
#   confidence: medium
#   remedy: Rotate it and take it from a Secret under transform.secrets.
package hushgate.checks.pachyderm.env_literal

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some pipeline in data.estate.pachyderm_pipelines
	some variable in pipeline.variables
	variable.value == "literal"
	text.names_secret(variable.name)
	result := {"message": sprintf("%s of pipeline %s holds a value", [variable.name, pipeline.name]), "at": place.inside(pipeline, variable)}
}
