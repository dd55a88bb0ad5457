# METADATA
# title: A Vault policy takes encryption keys out of Vault
# description: >-
#   Exporting or backing up a transit key ends what transit is for: the key never leaving Vault.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-TRANSIT-EXPORT
#   severity: high
#   confidence: high
#   remedy: Remove the stanza; encrypt and decrypt through Vault.
package hushgate.checks.vault.policy.transit_export

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.uses(rule)
	segments := split(pattern.normal(rule.path), "/")
	count(segments) > 1
	segments[0] in transit_mounts
	segments[1] in {"export", "backup"}
	result := {
		"message": sprintf("path \"%s\" of policy %s exports keys", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

transit_mounts := {"transit"} | {mount.path |
	some mount in data.estate.vault_mounts
	mount.type == "transit"
}
