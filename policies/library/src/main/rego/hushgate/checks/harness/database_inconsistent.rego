# METADATA
# title: A database of the secrets loader is configured by half
# description: The service starts with the old credential or with none.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-DBENGINE-INCONSISTENT
#   severity: medium
#   confidence: high
#   remedy: Give engine and role for dynamic credentials, or engine and path for static ones, not both.
package hushgate.checks.harness.database_inconsistent

import data.hushgate.place

violation contains result if {
	some database in data.estate.loader_databases
	some flaw in flaws(database)
	result := {"message": sprintf("database %s of %s %s", [database.name, database.loader, flaw]), "at": place.of(database)}
}

flaws(database) := (({"is set while the loader is off" |
	database.enabled != true
	database.engine != ""
} | {"asks for dynamic credentials and names no role" |
	database.dynamic == true
	database.role == ""
}) | {"asks for dynamic credentials and names a static path" |
	database.dynamic == true
	database.path != ""
}) | {"names an engine and no path" |
	database.dynamic != true
	database.engine != ""
	database.path == ""
}
