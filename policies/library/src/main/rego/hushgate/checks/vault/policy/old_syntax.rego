# METADATA
# title: A Vault policy uses the old policy attribute
# description: >-
#   The old attribute grants more than it says: write includes delete and list, sudo includes write.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-OLD-SYNTAX
#   severity: low
#   confidence: high
#   remedy: Replace it by a list of capabilities with those that are needed.
package hushgate.checks.vault.policy.old_syntax

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	rule.legacy != ""
	result := {
		"message": sprintf("path \"%s\" of policy %s says policy = \"%s\", which grants %s", [rule.path, policy.name, rule.legacy, concat(", ", rule.effective)]),
		"at": place.inside(policy, rule),
	}
}
