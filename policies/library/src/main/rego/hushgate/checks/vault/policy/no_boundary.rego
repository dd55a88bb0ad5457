# METADATA
# title: A Vault path wildcard has no boundary
# description: >-
#   A wildcard in the middle of a name also matches names that are made later: app* reaches app2.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-NO-BOUNDARY
#   severity: medium
#   confidence: high
#   remedy: End the name with a slash before the wildcard.
package hushgate.checks.vault.policy.no_boundary

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.uses(rule)
	regex.match(`[A-Za-z0-9_-]\*$`, rule.path)
	not pattern.covers_area(rule.path, "sys")
	result := {
		"message": sprintf("path \"%s\" of policy %s matches every longer name", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
