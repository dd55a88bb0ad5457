# METADATA
# title: A Vault policy that Vault refuses
# description: >-
#   Vault rejects a path with +* and capabilities it does not know; the policy that is live is then
#   an older one than the file says.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-SYNTAX
#   severity: medium
#   confidence: high
#   remedy: Mend the path or capability and write the policy again.
package hushgate.checks.vault.policy.syntax

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	some fault in faults(rule)
	result := {
		"message": sprintf("path \"%s\" of policy %s: %s", [rule.path, policy.name, fault]),
		"at": place.inside(policy, rule),
	}
}

known := {
	"create", "read", "update", "patch", "delete", "list", "sudo", "deny", "subscribe", "recover", "scan",
	"root",
}

faults(rule) := union({
	{"+* is not a wildcard" | contains(rule.path, "+*")},
	{sprintf("%s is no capability", [word]) |
		some word in rule.capabilities
		not word in known
	},
	{sprintf("%s is no setting of a path", [key]) | some key in rule.unknown},
})
