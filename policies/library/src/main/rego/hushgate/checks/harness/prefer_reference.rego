# METADATA
# title: A Harness secret is copied into an external manager
# description: Two places write the value, and each knows only half of its history.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SECRET-PREFER-REFERENCE
#   severity: info
#   confidence: high
#   remedy: Write the secret in the manager and refer to it with valueType Reference.
package hushgate.checks.harness.prefer_reference

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some secret in data.estate.harness_secrets
	secret.value_type == "Inline"
	secret.manager != ""
	not harness.is_builtin(secret.manager)
	result := {"message": sprintf("secret %s is Inline in %s", [secret.identifier, secret.manager]), "at": place.setting(secret, ["valueType"])}
}
