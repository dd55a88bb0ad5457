# METADATA
# title: Tokens of a Vault role live long
# description: A stolen token works until it ends; renewal makes short lives cheap.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-ROLE-TTL-LONG
#   severity: medium
#   confidence: high
#   remedy: Set token_ttl to an hour and token_max_ttl to a day at most, and let the client renew.
package hushgate.checks.vault.role.ttl_long

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	some setting in ["ttl", "max_ttl"]
	role.token[setting].seconds > limits.role[setting]
	result := {
		"message": sprintf("role %s on auth/%s sets %s to %s", [role.name, role.auth_mount, setting, role.token[setting].text]),
		"at": place.of(role),
	}
}
