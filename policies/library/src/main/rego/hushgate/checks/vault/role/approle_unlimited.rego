# METADATA
# title: Secret IDs of an AppRole never run out
# description: A copied secret ID works for ever, as often and from wherever its thief likes.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/approle
# custom:
#   id: VLT-ROLE-APPROLE-UNLIMITED
#   severity: medium
#   confidence: high
#   remedy: Set secret_id_ttl, secret_id_num_uses and secret_id_bound_cidrs.
package hushgate.checks.vault.role.approle_unlimited

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "approle"
	role.secret_id.bind != false
	missing := [name | some name in ["secret_id_ttl", "secret_id_num_uses", "secret_id_bound_cidrs"]; is_unlimited(role.secret_id, name)]
	count(missing) == 3
	result := {
		"message": sprintf("role %s on auth/%s sets none of %s", [role.name, role.auth_mount, concat(", ", missing)]),
		"at": place.of(role),
	}
}

is_unlimited(settings, "secret_id_ttl") if settings.ttl.seconds in {null, 0}

is_unlimited(settings, "secret_id_num_uses") if settings.num_uses in {null, 0}

is_unlimited(settings, "secret_id_bound_cidrs") if count(settings.bound_cidrs) == 0
