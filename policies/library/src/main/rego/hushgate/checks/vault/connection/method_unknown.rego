# METADATA
# title: The secrets loader is given a login method that it does not know
# description: The pods hang in their init container.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: VLT-CONN-METHOD-UNKNOWN
#   severity: medium
#   confidence: high
#   remedy: Use kubernetes.
package hushgate.checks.vault.connection.method_unknown

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	not connection.method in limits.loader_methods
	not regex.match(`[{<$]`, connection.method)
	result := {"message": sprintf("%s logs in by \"%s\"", [connection.key, connection.method]), "at": place.setting(connection, ["vault.auth.method"])}
}
