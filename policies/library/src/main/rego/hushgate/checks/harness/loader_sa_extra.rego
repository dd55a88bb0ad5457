# METADATA
# title: The loader's role binds accounts of modules that are off
# description: >-
#   The names are free: who makes an account of that name reads every secret of the
#   installation.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-LOADER-SA-EXTRA
#   severity: medium
#   confidence: medium
#   remedy: Take the accounts off the role.
package hushgate.checks.harness.loader_sa_extra

import data.hushgate.cross
import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some connection in data.estate.vault_connections
	connection.via == "harness-loader"
	connection.enabled == true
	some index in cross.roles_of(connection)
	role := data.estate.roles[index]
	some module, names in limits.loader_accounts
	some setting in data.estate.chart_settings
	setting.key == sprintf("global.%s.enabled", [module])
	setting.value == "false"
	setting.at.file == connection.at.file
	extra := [name | some name in names; name in role.bound.service_accounts]
	count(extra) > 0
	result := {
		"message": sprintf("role %s binds %s although %s is off", [role.name, concat(", ", extra), setting.key]),
		"at": place.setting(role, ["bound_service_account_names"]),
	}
}
