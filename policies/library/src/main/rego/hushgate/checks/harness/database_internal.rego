# METADATA
# title: The secrets loader is to log in to a database that the chart installs
# description: The chart makes that database's credentials itself; the ones from Vault do not fit.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-DBENGINE-INTERNAL
#   severity: low
#   confidence: high
#   remedy: Drop the override, or use an external database.
package hushgate.checks.harness.database_internal

import data.hushgate.place

violation contains result if {
	some database in data.estate.loader_databases
	database.installed == true
	database.engine != ""
	result := {"message": sprintf("database %s is installed by the chart", [database.name]), "at": place.of(database)}
}
