# METADATA
# title: A Harness secret in git holds its value
# description: >-
#   Whoever reads the repository reads the secret; Harness itself never writes the value there.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SECRET-INLINE-VALUE
#   severity: critical
#   confidence: high
#   remedy: >-
#     Rotate the value, keep it in the secret manager and leave value empty, or use valueType
#     Reference.
package hushgate.checks.harness.secret_inline_value

import data.hushgate.place

violation contains result if {
	some secret in data.estate.harness_secrets
	secret.value == "literal"
	secret.value_type != "Reference"
	result := {"message": sprintf("secret %s holds a value", [secret.identifier]), "at": place.setting(secret, ["value"])}
}
