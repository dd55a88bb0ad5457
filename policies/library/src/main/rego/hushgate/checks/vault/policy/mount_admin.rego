# METADATA
# title: A Vault policy can move mounts or register plugins
# description: >-
#   Remounting moves secrets to other paths and other policies; registering a plugin runs code
#   inside Vault.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-MOUNT-ADMIN
#   severity: high
#   confidence: high
#   remedy: Leave sys/remount and sys/plugins to the operators of Vault.
package hushgate.checks.vault.policy.mount_admin

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.alters(rule)
	some area in {"sys/remount", "sys/plugins"}
	pattern.lies_in(rule.path, area)
	result := {
		"message": sprintf("path \"%s\" of policy %s can change %s", [rule.path, policy.name, area]),
		"at": place.inside(policy, rule),
	}
}
