# METADATA
# title: A Vault policy can rewrite identities
# description: >-
#   Whoever writes entities, groups or aliases can map its own login onto the policies of somebody
#   else.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-IDENTITY-WRITE
#   severity: critical
#   confidence: high
#   remedy: Remove write access to identity/; a workload needs none.
package hushgate.checks.vault.policy.identity_write

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.writes(rule)
	pattern.touches(rule.path, "identity")
	not pattern.matches_everything(rule.path)
	not is_lookup(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s can map logins onto other policies", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

# Lookups are written (POST) but change nothing.
is_lookup(path) if pattern.lies_in(path, "identity/lookup")
