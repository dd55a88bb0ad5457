# METADATA
# title: A Vault stanza that a broader one already grants
# description: >-
#   A narrower stanza with the same capabilities changes nothing and hides how broad the other one
#   is.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-REDUNDANT
#   severity: low
#   confidence: high
#   remedy: Remove the narrower stanza, or better the broader one.
package hushgate.checks.vault.policy.redundant

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some broad in policy.rules
	endswith(broad.path, "*")
	prefix := pattern.normal(trim_suffix(broad.path, "*"))
	some narrow in policy.rules
	grants.anything(narrow)
	narrow.effective == broad.effective
	startswith(pattern.normal(narrow.path), prefix)
	pattern.normal(narrow.path) != pattern.normal(broad.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s adds nothing to \"%s\"", [narrow.path, policy.name, broad.path]),
		"at": place.inside(policy, narrow),
		"related": [{"at": place.inside(policy, broad), "message": "the stanza that covers it"}],
	}
}
