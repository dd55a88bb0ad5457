# METADATA
# title: A Compose file holds a secret
# description: What was meant for one machine is in everybody's clone, and often works elsewhere too.
# related_resources:
# - https://docs.docker.com/compose/how-tos/use-secrets
# custom:
#   id: CMP-ENV-LITERAL
#   severity: medium
#   confidence: medium
#   remedy: Use a mock value for local work, and a file that git ignores or a secret for the rest.
package hushgate.checks.image.compose_literal

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some service in data.estate.compose_services
	some variable in service.variables
	variable.value == "literal"
	text.names_secret(variable.name)
	result := {"message": sprintf("%s of service %s holds a value", [variable.name, service.name]), "at": place.inside(service, variable)}
}
