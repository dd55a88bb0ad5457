# METADATA
# title: A Vault policy writes root-protected paths
# description: >-
#   Seal, step-down, key rotation, forced revocation and snapshots stop or copy the whole of Vault;
#   the API demands sudo for most of them.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-ROOT-PROTECTED
#   severity: high
#   confidence: high
#   remedy: Give these paths to an operators policy only, and no workload.
package hushgate.checks.vault.policy.root_protected

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.alters(rule)
	some area in {
		"sys/seal", "sys/step-down", "sys/rotate", "sys/replication", "sys/leases/revoke-force",
		"sys/leases/revoke-prefix", "sys/storage/raft/snapshot", "sys/storage/raft/snapshot-force", "sys/config/cors",
		"pki/root",
	}
	pattern.lies_in(rule.path, area)
	result := {
		"message": sprintf("path \"%s\" of policy %s can act on %s", [rule.path, policy.name, area]),
		"at": place.inside(policy, rule),
	}
}
