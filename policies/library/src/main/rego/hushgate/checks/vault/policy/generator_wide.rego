# METADATA
# title: A generator policy of Vault does more than generate
# description: >-
#   A generator writes the first version of secrets once; it needs create, update and read on data
#   and list and read on metadata.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-GENERATOR-WIDE
#   severity: medium
#   confidence: high
#   remedy: Remove delete, patch and sudo, and name the application in the path.
package hushgate.checks.vault.policy.generator_wide

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	contains(policy.name, "generator")
	excess := {capability | some capability in rule.effective} - {"create", "update", "read", "list", "deny"}
	count(excess) > 0
	result := {
		"message": sprintf("path \"%s\" of policy %s also grants %s", [rule.path, policy.name, concat(", ", sort(excess))]),
		"at": place.inside(policy, rule),
	}
}
