# METADATA
# title: The credential of a git connector is decrypted in the platform
# description: With the connection through the platform, the credential leaves your network.
# related_resources:
# - https://developer.harness.io/docs/platform/connectors/code-repositories/connect-to-code-repo
# custom:
#   id: HAR-GIT-VIA-MANAGER
#   severity: low
#   confidence: high
#   remedy: Set executeOnDelegate to true.
package hushgate.checks.harness.git_via_manager

import data.hushgate.place

violation contains result if {
	some connector in data.estate.harness_connectors
	connector.type in {"Git", "Github", "Gitlab", "Bitbucket", "AzureRepo"}
	connector.settings.executeOnDelegate == "false"
	result := {"message": sprintf("connector %s connects through the platform", [connector.identifier]), "at": place.setting(connector, ["executeOnDelegate"])}
}
