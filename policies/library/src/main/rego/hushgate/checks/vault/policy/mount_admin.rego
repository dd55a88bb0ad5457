# METADATA
# title: A Vault policy can move or replace mounts or register plugins
# description: >-
#   Remounting moves secrets to other paths and other policies, whoever sets up a mount decides what answers at its
#   paths, and registering a plugin runs code inside Vault.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-MOUNT-ADMIN
#   severity: high
#   confidence: high
#   remedy: Leave sys/remount, sys/mounts and sys/plugins to the operators of Vault.
package hushgate.checks.vault.policy.mount_admin

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.alters(rule)
	some area in areas(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s can change %s", [rule.path, policy.name, area]),
		"at": place.inside(policy, rule),
	}
}

areas(path) := {area |
	some area in {"sys/remount", "sys/plugins"}
	pattern.lies_in(path, area)
} | {pattern.normal(path) | pattern.names_mount(path)}
