# METADATA
# title: A Vault policy grants sudo
# description: >-
#   The sudo capability opens the root-protected paths: audit devices, raw storage, seal, plugins,
#   leases.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-SUDO
#   severity: high
#   confidence: high
#   remedy: >-
#     Remove sudo; the few paths that need it belong in a policy of their own, attached to people,
#     for an hour.
package hushgate.checks.vault.policy.sudo

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	"sudo" in rule.effective
	result := {
		"message": sprintf("path \"%s\" of policy %s grants sudo", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
