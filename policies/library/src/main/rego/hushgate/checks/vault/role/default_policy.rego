# METADATA
# title: Tokens of a Vault role carry the default policy besides
# description: The default policy is one more grant, and whoever edits it changes every token.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-ROLE-DEFAULT-POLICY
#   severity: low
#   confidence: high
#   remedy: Set token_no_default_policy to true and grant what is needed of it.
package hushgate.checks.vault.role.default_policy

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	count(role.policies) > 0
	role.token.no_default_policy != true
	result := {"message": sprintf("role %s on auth/%s attaches the default policy", [role.name, role.auth_mount]), "at": place.of(role)}
}
