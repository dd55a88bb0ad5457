# METADATA
# title: A Vault policy deletes by wildcard
# description: >-
#   Deleting below a wildcard destroys secrets of others; destroy/ and metadata/ of KV version 2
#   cannot be undone.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
# custom:
#   id: VLT-POL-WILDCARD-DELETE
#   severity: high
#   confidence: high
#   remedy: Grant delete on single paths, and destroy/ or metadata/ only to the job that cleans up.
package hushgate.checks.vault.policy.wildcard_delete

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	deletes(rule)
	pattern.has_wildcard(rule.path)
	not pattern.lies_in(rule.path, "auth/token")
	result := {
		"message": sprintf("path \"%s\" of policy %s deletes whatever it matches", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

deletes(rule) if "delete" in rule.effective

deletes(rule) if {
	grants.writes(rule)
	split(pattern.normal(rule.path), "/")[1] == "destroy"
}
