# METADATA
# title: Secret managers keep each other's credentials
# description: >-
#   The circle opens only while all of it is open; one expired credential locks every one of
#   them.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SM-CYCLE
#   severity: critical
#   confidence: high
#   remedy: Keep the credentials in the built-in secret manager.
package hushgate.checks.harness.manager_cycle

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some one, connector in data.estate.harness_connectors
	reached := graph.reachable(harness.chain, object.get(harness.chain, one, set()))
	one in reached
	not one in object.get(harness.chain, one, set())
	count([other | some other in reached; other < one]) == 0
	result := {
		"message": sprintf("the credential of %s leads back to it by %s", [connector.identifier, concat(", ", sort({data.estate.harness_connectors[other].identifier | some other in reached; other != one}))]),
		"at": place.of(connector),
	}
}
