# METADATA
# title: A secret is written where the secrets loader does not read
# description: The service starts without it, and the quick remedy is a literal value.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-LOADER-PATH-CONVENTION
#   severity: medium
#   confidence: medium
#   remedy: Write to ENGINE/BASE/SERVICE/env-secrets or file-secrets.
package hushgate.checks.harness.path_convention

import data.hushgate.place

violation contains result if {
	some use in data.estate.uses
	use.via == "shell"
	use.operation in {"create", "update", "patch"}
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.engine != ""
	connection.base_path != ""
	root := sprintf("%s/data/%s/", [connection.engine, connection.base_path])
	startswith(use.path, root)
	inside := substring(use.path, count(root), -1)
	not regex.match(`^([\w-]+/(env|file)-secrets|postgres|timescaledb|mongo|redis|minio|[\w-]+db)$`, inside)
	not regex.match(`[<$]`, inside)
	result := {"message": sprintf("%s is no place that the loader reads", [use.path]), "at": place.of(use)}
}
