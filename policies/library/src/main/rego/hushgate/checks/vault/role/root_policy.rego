# METADATA
# title: A Vault role hands out root
# description: Tokens with the root policy may do everything and skip every check.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-ROLE-ROOT-POLICY
#   severity: critical
#   confidence: high
#   remedy: Give the role a policy with the paths it needs.
package hushgate.checks.vault.role.root_policy

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	"root" in role.policies
	result := {
		"message": sprintf("role %s on auth/%s carries the policy root", [role.name, role.auth_mount]),
		"at": place.setting(role, ["policies", "token_policies"]),
	}
}
