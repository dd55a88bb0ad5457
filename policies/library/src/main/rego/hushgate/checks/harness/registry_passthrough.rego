# METADATA
# title: Step containers get the registry's credential
# description: >-
#   A container that only runs needs no credential of the registry; the cluster pulls by itself.
# related_resources:
# - https://developer.harness.io/docs/database-devops
# custom:
#   id: HAR-REGCRED-PASSTHRU
#   severity: low
#   confidence: high
#   remedy: Switch the setting off and put the pull secret on the service account.
package hushgate.checks.harness.registry_passthrough

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some setting in data.estate.harness_settings
	regex.match(limits.harness_settings.registry, setting.name)
	setting.value != "false"
	result := {"message": sprintf("\"%s\" is on", [setting.name]), "at": place.of(setting)}
}
