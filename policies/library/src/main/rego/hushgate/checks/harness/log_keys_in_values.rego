# METADATA
# title: Keys of the log bucket stand in the values
# description: The keys open the logs of every pipeline, whatever the logs hold.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-S3-KEYS-IN-VALUES
#   severity: critical
#   confidence: high
#   remedy: Rotate the keys and write them to the store's path, or use a role of the cloud.
package hushgate.checks.harness.log_keys_in_values

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some value in data.estate.chart_values
	regex.match(limits.log_bucket_values, value.key)
	value.value == "literal"
	value.use != "example"
	result := {"message": sprintf("%s holds a key", [value.key]), "at": place.of(value)}
}
