# METADATA
# title: A Harness licence stands in the values
# description: A licence is a credential of the installation and belongs into the store.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-LICENSE-IN-VALUES
#   severity: high
#   confidence: high
#   remedy: Write it to the store's path and leave the value empty.
package hushgate.checks.harness.license_in_values

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	regex.match(limits.license_values, value.key)
	value.value == "literal"
	result := {"message": sprintf("%s holds a licence", [value.key]), "at": place.of(value)}
}
