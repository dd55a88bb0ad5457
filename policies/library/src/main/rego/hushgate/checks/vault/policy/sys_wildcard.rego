# METADATA
# title: A Vault policy administers all of sys/
# description: >-
#   A glob over sys/ with a writing capability administers Vault itself: policies, mounts, audit
#   devices, seal.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-SYS-WILDCARD
#   severity: critical
#   confidence: high
#   remedy: Name the sys/ paths that are needed, one by one.
package hushgate.checks.vault.policy.sys_wildcard

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	pattern.covers_area(rule.path, "sys")
	grants.writes(rule)
	result := {
		"message": sprintf("path \"%s\" of policy %s writes anywhere below sys/", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
