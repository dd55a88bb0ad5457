# METADATA
# title: Secrets of custom scripts are stored in the pod
# description: Without injection at run time the script's secrets stand in the pod's specification.
# related_resources:
# - https://developer.harness.io/docs/database-devops
# custom:
#   id: HAR-DBOPS-SCRIPT-OFF
#   severity: medium
#   confidence: high
#   remedy: Switch the setting on.
package hushgate.checks.harness.script_off

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some setting in data.estate.harness_settings
	regex.match(limits.harness_settings.script, setting.name)
	setting.value != "true"
	result := {"message": sprintf("\"%s\" is off", [setting.name]), "at": place.of(setting)}
}
