# METADATA
# title: The secrets loader is given a provider that it does not know
# description: The pods start without their secrets, which invites a literal value in their place.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: VLT-CONN-PROVIDER-UNKNOWN
#   severity: medium
#   confidence: high
#   remedy: Set provider to vault.
package hushgate.checks.vault.connection.provider_unknown

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	not connection.provider in limits.loader_providers
	not regex.match(`[{<$]`, connection.provider)
	result := {"message": sprintf("%s names provider \"%s\"", [connection.key, connection.provider]), "at": place.setting(connection, ["provider"])}
}
