# METADATA
# title: A service account of Harness is not bound by the loader's role
# description: The service cannot log in and stays in its init container with permission denied.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-LOADER-SA-UNBOUND
#   severity: high
#   confidence: medium
#   remedy: Add the accounts of the enabled modules to bound_service_account_names.
package hushgate.checks.harness.loader_sa_unbound

import data.hushgate.cross
import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	connection.method == "kubernetes"
	some index in cross.roles_of(connection)
	role := data.estate.roles[index]
	missing := [name | some name in limits.loader_accounts.platform; not cross.matches_any(role.bound.service_accounts, name)]
	count(missing) > 0
	result := {
		"message": sprintf("role %s does not bind %s", [role.name, concat(", ", missing)]),
		"at": place.setting(role, ["bound_service_account_names"]),
		"related": [{"at": place.of(connection), "message": "the loader"}],
	}
}
