# METADATA
# title: A Vault policy path still has a placeholder
# description: A path with angle brackets was copied from a document and matches no real request.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-PLACEHOLDER
#   severity: info
#   confidence: high
#   remedy: Put the real mount and path in its place.
package hushgate.checks.vault.policy.placeholder

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	regex.match(`<[A-Za-z][A-Za-z0-9_ -]*>`, rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s was not filled in", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
