# METADATA
# title: A templated Vault path has no end
# description: >-
#   Without a slash between the template and the wildcard, the entity bob also reaches the secrets
#   of bobby.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-TEMPLATE-BOUNDARY
#   severity: high
#   confidence: high
#   remedy: Write a slash between the template and the wildcard.
package hushgate.checks.vault.policy.template_boundary

import data.hushgate.grants
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.anything(rule)
	contains(rule.path, "}}*")
	result := {
		"message": sprintf("path \"%s\" of policy %s also matches longer names", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
