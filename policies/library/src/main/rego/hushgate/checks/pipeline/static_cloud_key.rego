# METADATA
# title: A pipeline logs in to a cloud by a static key
# description: >-
#   The key works from anywhere until somebody rotates it; the system could log in by its own
#   identity instead.
# related_resources:
# - https://docs.github.com/en/actions/concepts/security/openid-connect
# custom:
#   id: CI-STATIC-CLOUD-KEY
#   severity: medium
#   confidence: high
#   remedy: Let the job log in by OpenID Connect and delete the key.
package hushgate.checks.pipeline.static_cloud_key

import data.hushgate.limits
import data.hushgate.pipeline
import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	some variable in pipeline.variables(fact)
	lower(variable.name) in limits.cloud_key_variables
	variable.value in {"reference", "literal"}
	result := {
		"message": sprintf("%s is given as %s", [variable.name, what(variable)]),
		"severity": severity(variable.value),
		"at": place.inside(fact, variable),
	}
}

what(variable) := variable.reference if variable.reference != ""

what(variable) := "a value" if variable.reference == ""

severity("literal") := "high"

severity("reference") := "medium"
