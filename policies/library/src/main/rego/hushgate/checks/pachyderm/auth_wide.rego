# METADATA
# title: Every user of a Pachyderm cluster has a strong role
# description: >-
#   allClusterUsers is everybody who can log in, also by an identity provider that anybody may
#   join.
# related_resources:
# - https://docs.pachyderm.com/latest/set-up/authentication
# custom:
#   id: PACH-AUTH-WIDE
#   severity: medium
#   confidence: high
#   remedy: Bind the role to the users and robots that need it.
package hushgate.checks.pachyderm.auth_wide

import data.hushgate.place

violation contains result if {
	some setting in data.estate.chart_settings
	regex.match(`(^|\.)pachAuthClusterRoleBindings\.`, setting.key)
	is_wide(setting)
	result := {"message": sprintf("%s has %s", [regex.replace(setting.key, `^.*pachAuthClusterRoleBindings\.`, ""), setting.value]), "at": place.of(setting)}
}

is_wide(setting) if {
	contains(setting.key, "allClusterUsers")
	regex.match(`(?i)(admin|owner|writer)`, setting.value)
}

is_wide(setting) if {
	regex.match(`\.robot:`, setting.key)
	setting.value == "clusterAdmin"
}
