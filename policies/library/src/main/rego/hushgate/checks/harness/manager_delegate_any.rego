# METADATA
# title: Any delegate may open a secret manager
# description: Whoever runs one delegate of the account can ask for every secret of the manager.
# related_resources:
# - https://developer.harness.io/docs/platform/delegates/manage-delegates/select-delegates-with-selectors
# custom:
#   id: HAR-SM-DELEGATE-ANY
#   severity: low
#   confidence: high
#   remedy: Set delegateSelectors to the delegates near the manager.
package hushgate.checks.harness.manager_delegate_any

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	harness.is_manager(connector)
	count(connector.selectors) == 0
	result := {"message": sprintf("connector %s names no delegates", [connector.identifier]), "at": place.of(connector)}
}
