# METADATA
# title: A workload's Vault role carries a policy that amounts to root
# description: >-
#   What a policy does counts, not what it is called: who logs in with the role can grant itself
#   everything.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: XA-ROLE-POWERFUL
#   severity: critical
#   confidence: medium
#   remedy: Attach a policy that names the application's own paths.
package hushgate.checks.cross.role_powerful

import data.hushgate.cross
import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind in {"kubernetes", "approle", "jwt", "oidc", "userpass"}
	some name in role.policies
	[index, number] := min(cross.root_equal[name])
	policy := data.estate.policies[index]
	rule := policy.rules[number]
	result := {
		"message": sprintf("role %s on auth/%s attaches policy %s, whose path \"%s\" amounts to root", [role.name, role.auth_mount, name, rule.path]),
		"at": place.of(role),
		"related": [{"at": place.inside(policy, rule), "message": "the stanza"}],
	}
}
