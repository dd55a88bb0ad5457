# METADATA
# title: Tokens of a Vault role never end
# description: A periodic token lives as long as somebody renews it, unless it has an explicit maximum.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/tokens
# custom:
#   id: VLT-ROLE-PERIODIC
#   severity: medium
#   confidence: high
#   remedy: Set token_explicit_max_ttl, or use a lifetime instead of a period.
package hushgate.checks.vault.role.periodic

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.token.period.seconds > 0
	role.token.explicit_max_ttl.text == ""
	result := {
		"message": sprintf("role %s on auth/%s hands out periodic tokens without a maximum", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
