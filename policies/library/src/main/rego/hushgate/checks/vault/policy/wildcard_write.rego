# METADATA
# title: A Vault policy writes through a wildcard
# description: >-
#   Whatever appears below the pattern later can be changed as well, and nobody grants it again.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-POL-WILDCARD-WRITE
#   severity: medium
#   confidence: high
#   remedy: Name the paths that are written.
package hushgate.checks.vault.policy.wildcard_write

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	pattern.has_wildcard(rule.path)
	grants.writes(rule)
	not pattern.matches_everything(rule.path)
	not pattern.covers_mount(rule.path)
	not startswith(pattern.normal(rule.path), "sys/")
	not startswith(pattern.normal(rule.path), "auth/")
	not startswith(pattern.normal(rule.path), "identity/")
	result := {
		"message": sprintf("path \"%s\" of policy %s may be written", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
