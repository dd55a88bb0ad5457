# METADATA
# title: Run-time injection does not cover a connector
# description: >-
#   Credentials of clone and artifact connectors still reach the step's environment when it
#   starts.
# related_resources:
# - https://developer.harness.io/docs/database-devops
# custom:
#   id: HAR-GAP-CONNECTOR
#   severity: info
#   confidence: low
#   remedy: Give these connectors tokens of their own, short-lived and narrow.
package hushgate.checks.harness.gap_connector

import data.hushgate.place

violation contains result if {
	some setting in data.estate.harness_settings
	regex.match(`(?i)inject.*database.*secrets`, setting.name)
	setting.value == "true"
	some connector in data.estate.harness_connectors
	connector.type in {"Git", "Github", "Gitlab", "Bitbucket", "Artifactory"}
	count(connector.secret_refs) > 0
	result := {
		"message": sprintf("%s is on and does not cover connector %s", [setting.name, connector.identifier]),
		"at": place.of(connector),
		"related": [{"at": place.of(setting), "message": "the setting"}],
	}
}
