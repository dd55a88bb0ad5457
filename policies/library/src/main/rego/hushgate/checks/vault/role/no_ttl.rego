# METADATA
# title: A Vault role sets no lifetime
# description: Without a lifetime the tokens inherit that of the system, 768 hours by default.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-ROLE-NO-TTL
#   severity: low
#   confidence: high
#   remedy: Set token_ttl and token_max_ttl.
package hushgate.checks.vault.role.no_ttl

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind == "kubernetes"
	role.token.ttl.text == ""
	role.token.max_ttl.text == ""
	role.token.period.text == ""
	result := {
		"message": sprintf("role %s on auth/%s inherits the lifetime of the system", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}
