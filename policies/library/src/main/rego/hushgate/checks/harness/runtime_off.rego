# METADATA
# title: Database secrets are stored in the cluster instead of fetched
# description: >-
#   Without injection at run time the secrets become Kubernetes Secrets and stay when the step
#   is done.
# related_resources:
# - https://developer.harness.io/docs/database-devops
# custom:
#   id: HAR-DBOPS-RUNTIME-OFF
#   severity: medium
#   confidence: high
#   remedy: Switch the setting on.
package hushgate.checks.harness.runtime_off

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some setting in data.estate.harness_settings
	regex.match(limits.harness_settings.runtime, setting.name)
	setting.value != "true"
	result := {"message": sprintf("\"%s\" is off", [setting.name]), "at": place.of(setting)}
}
