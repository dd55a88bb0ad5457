# METADATA
# title: A Vault role names a policy that nobody defines
# description: Whoever writes a policy of that name grants it to everybody who logs in with the role.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: XA-POLICY-UNDEFINED
#   severity: low
#   confidence: low
#   absence: policies
#   remedy: Correct the name, or add the policy.
package hushgate.checks.cross.policy_undefined

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some role in data.estate.roles
	some name in role.policies
	text.is_known(name)
	not name in {"default", "root"}
	count(data.estate.policies) > 0
	not name in cross.policy_names
	result := {
		"message": sprintf("role %s on auth/%s attaches policy %s, which nothing here defines", [role.name, role.auth_mount, name]),
		"at": place.lonely(role, "policies"),
	}
}
