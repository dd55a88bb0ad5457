# METADATA
# title: A database has a static password where Vault could make one
# description: A static password is known to all who ever read it, until somebody rotates it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/databases
# custom:
#   id: HAR-DBENGINE-STATIC
#   severity: info
#   confidence: medium
#   remedy: Set useDatabaseSecretsEngine and databaseRole.
package hushgate.checks.harness.database_static

import data.hushgate.place

violation contains result if {
	some database in data.estate.loader_databases
	database.dynamic != true
	database.engine != ""
	some mount in data.estate.vault_mounts
	mount.type == "database"
	result := {"message": sprintf("database %s has a static password", [database.name]), "at": place.of(database)}
}
