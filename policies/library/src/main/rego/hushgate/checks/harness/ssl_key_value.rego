# METADATA
# title: A setting for the name of a key holds the value
# description: The password stands in the values and is used as a name, which finds nothing.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-SSL-KEY-IS-VALUE
#   severity: high
#   confidence: medium
#   remedy: Rotate the password and write the name of the Secret's key.
package hushgate.checks.harness.ssl_key_value

import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	regex.match(`ssl\.(caFileKey|trustStoreKey|trustStorePasswordKey)$`, value.key)
	value.value in {"literal", "weak"}
	result := {"message": sprintf("%s is a value", [value.key]), "at": place.of(value)}
}
