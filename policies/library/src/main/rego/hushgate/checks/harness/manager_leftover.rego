# METADATA
# title: A secret stays in the built-in manager beside an external one
# description: >-
#   What is not moved is neither rotated nor audited with the rest; it does not migrate by
#   itself.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: HAR-SM-LEFTOVER
#   severity: low
#   confidence: medium
#   remedy: Make the secret anew in the external manager, unless it opens that manager.
package hushgate.checks.harness.manager_leftover

import data.hushgate.harness
import data.hushgate.place

violation contains result if {
	some secret in data.estate.harness_secrets
	harness.is_builtin(secret.manager)
	defaults := [connector |
		some connector in data.estate.harness_connectors
		harness.is_manager(connector)
		connector.type != "Local"
		some name in ["isDefault", "default"]
		connector.settings[name] == "true"
	]
	count(defaults) > 0
	not harness.opens_manager(secret)
	result := {"message": sprintf("secret %s lies in %s", [secret.identifier, secret.manager]), "at": place.setting(secret, ["secretManagerIdentifier"])}
}
