# METADATA
# title: An AppRole logs in without a secret id
# description: With bind_secret_id off, the role id alone logs in, and a role id is no secret.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/approle
# custom:
#   id: VLT-ROLE-APPROLE-SECRET-ID
#   severity: critical
#   confidence: high
#   remedy: Set bind_secret_id to true, or bind the role to networks as well.
package hushgate.checks.vault.role.approle_no_secret

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "approle"
	role.secret_id.bind == false
	result := {
		"message": sprintf("role %s on auth/%s needs no secret id", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
