# METADATA
# title: A Vault policy grants what needs no grant
# description: >-
#   These endpoints answer without a token; a stanza for them only lengthens what has to be
#   reviewed.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-NEEDLESS
#   severity: info
#   confidence: high
#   remedy: Remove the stanza.
package hushgate.checks.vault.policy.needless

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.anything(rule)
	pattern.normal(rule.path) in {"sys/health", "sys/seal-status", "sys/leader", "sys/init"}
	result := {
		"message": sprintf("path \"%s\" of policy %s needs no grant", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
