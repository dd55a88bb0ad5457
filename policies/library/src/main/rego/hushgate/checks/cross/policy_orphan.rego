# METADATA
# title: No role and no token carries a Vault policy
# description: Rights that nobody uses are forgotten until somebody attaches them.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: XA-POLICY-ORPHAN
#   severity: low
#   confidence: low
#   absence: roles
#   remedy: Delete the policy, or attach it where it was meant to be.
package hushgate.checks.cross.policy_orphan

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some policy in data.estate.policies
	policy.naming != "file"
	text.is_known(policy.name)
	count(data.estate.roles) > 0
	not policy.name in cross.attached_policies
	result := {
		"message": sprintf("policy %s is attached to nothing here", [policy.name]),
		"at": place.lonely(policy, "roles"),
	}
}
