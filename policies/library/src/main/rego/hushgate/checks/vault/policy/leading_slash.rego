# METADATA
# title: A Vault policy path begins with a slash
# description: >-
#   Vault drops the slash; tools that compare texts do not, and two stanzas that look different are
#   one.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-LEADING-SLASH
#   severity: low
#   confidence: high
#   remedy: Remove the leading slash.
package hushgate.checks.vault.policy.leading_slash

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	startswith(rule.path, "/")
	result := {
		"message": sprintf("path \"%s\" of policy %s begins with a slash", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
