# METADATA
# title: A Vault policy names a mount that nobody enables
# description: The grant reaches nothing today, and everything once somebody mounts an engine there.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets
# custom:
#   id: XA-MOUNT-UNKNOWN
#   severity: medium
#   confidence: low
#   absence: vault_mounts
#   remedy: Correct the path, or enable the engine beside the policy.
package hushgate.checks.cross.mount_unknown

import data.hushgate.cross
import data.hushgate.limits
import data.hushgate.pattern
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	mount := split(pattern.normal(rule.path), "/")[0]
	text.is_known(mount)
	not regex.match(`[*+]`, mount)
	not mount in limits.vault_unrouted
	not mount in limits.mounts
	contains(pattern.normal(rule.path), "/")
	count(data.estate.vault_mounts) > 0
	not mount in cross.mount_roots
	result := {
		"message": sprintf("path \"%s\" of policy %s lies in mount %s, which nothing here enables", [rule.path, policy.name, mount]),
		"at": place.lonely_part(policy, rule, "vault_mounts"),
	}
}
