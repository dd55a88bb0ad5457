# METADATA
# title: The secrets loader is not told where its secrets lie
# description: >-
#   Reads go to the root of the mount or nowhere; a path written with data/ or a leading slash
#   misses as well.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: VLT-CONN-PATH-EMPTY
#   severity: medium
#   confidence: high
#   remedy: >-
#     Set engine to the mount and basePath to the path below it, without data/ and slashes at
#     the ends.
package hushgate.checks.vault.connection.path_empty

import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	some [setting, value] in [["vault.engine", connection.engine], ["vault.basePath", connection.base_path]]
	is_wrong(value)
	result := {"message": sprintf("%s has %s \"%s\"", [connection.key, setting, value]), "at": place.setting(connection, [setting])}
}

is_wrong("")

is_wrong(value) if startswith(value, "/")

is_wrong(value) if regex.match(`(^|/)(data|metadata)(/|$)`, value)
