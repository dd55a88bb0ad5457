# METADATA
# title: A self-managed Harness keeps its secrets in its own database
# description: >-
#   The default manager encrypts with a key that lies beside the data; the vendor advises to add
#   another.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-SM-LOCAL
#   severity: medium
#   confidence: low
#   absence: harness_connectors
#   remedy: Add a Vault or KMS connector and make it the default.
package hushgate.checks.harness.manager_local

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	connector.type == "Local"
	externals := [other | some other in data.estate.harness_connectors; other.type != "Local"; harness.is_manager(other)]
	count(externals) == 0
	result := {"message": sprintf("connector %s is the only secret manager in sight", [connector.identifier]), "at": place.lonely(connector, "harness_connectors")}
}
