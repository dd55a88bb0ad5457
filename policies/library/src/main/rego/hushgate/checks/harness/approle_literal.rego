# METADATA
# title: A Harness connector holds its credential instead of a reference
# description: >-
#   A connector in git with a literal token or secret ID gives the repository's readers what the
#   connector opens.
# related_resources:
# - https://developer.harness.io/docs/platform/connectors
# custom:
#   id: HAR-CONNECTOR-LITERAL
#   severity: critical
#   confidence: high
#   remedy: Rotate the credential, make it a secret and write its identifier.
package hushgate.checks.harness.approle_literal

import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	some setting, value in connector.secret_values
	value == "literal"
	result := {"message": sprintf("%s of connector %s is a value", [setting, connector.identifier]), "at": place.setting(connector, [setting])}
}
