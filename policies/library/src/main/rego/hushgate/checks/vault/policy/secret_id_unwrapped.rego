# METADATA
# title: Secret IDs are handed out in the clear
# description: Whoever carries an unwrapped secret ID can use or copy it unseen.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/response-wrapping
# custom:
#   id: VLT-POL-SECRET-ID-UNWRAPPED
#   severity: low
#   confidence: high
#   remedy: Set min_wrapping_ttl and max_wrapping_ttl on the stanza.
package hushgate.checks.vault.policy.secret_id_unwrapped

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.writes(rule)
	regex.match(`^auth/[^/]+/role/[^/]+/(secret-id|custom-secret-id)$`, pattern.normal(rule.path))
	rule.min_wrapping_ttl.text == ""
	result := {
		"message": sprintf("path \"%s\" of policy %s does not demand wrapping", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
