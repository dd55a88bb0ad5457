# METADATA
# title: A Vault policy reaches every path
# description: >-
#   A pattern of nothing but wildcards grants every mount that exists and every mount that will ever
#   be made.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-ROOT-WIDE
#   severity: critical
#   confidence: high
#   remedy: Write one stanza for each path that the holder needs.
package hushgate.checks.vault.policy.root_wide

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	pattern.matches_everything(rule.path)
	grants.anything(rule)
	result := {
		"message": sprintf("path \"%s\" of policy %s matches every path in Vault", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
