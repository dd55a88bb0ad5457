# METADATA
# title: A secret manager is reached over plain HTTP
# description: Token and secrets cross the network readable.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/add-hashicorp-vault
# custom:
#   id: HAR-SM-HTTP
#   severity: high
#   confidence: high
#   remedy: Use https.
package hushgate.checks.harness.manager_http

import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	startswith(lower(connector.address), "http://")
	not regex.match(`^http://(127\.|localhost)`, lower(connector.address))
	result := {
		"message": sprintf("connector %s reaches %s", [connector.identifier, connector.address]),
		"severity": severity(connector.address),
		"at": place.of(connector),
	}
}

# Inside the cluster fewer stand between.
severity(address) := "medium" if regex.match(`^http://[^/:]+\.(svc|svc\.cluster\.local|internal)([:/]|$)`, lower(address))

severity(address) := "high" if not regex.match(`^http://[^/:]+\.(svc|svc\.cluster\.local|internal)([:/]|$)`, lower(address))
