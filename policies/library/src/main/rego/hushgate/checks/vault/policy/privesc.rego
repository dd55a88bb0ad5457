# METADATA
# title: A Vault policy can make itself stronger
# description: >-
#   Whoever writes policies, mounts or auth methods can grant itself everything; the capability list
#   is then only a suggestion.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-PRIVESC
#   severity: critical
#   confidence: high
#   remedy: >-
#     Take write access to sys/policies, sys/policy, sys/mounts and sys/auth away from workloads and
#     manage them through reviewed infrastructure code.
package hushgate.checks.vault.policy.privesc

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.writes(rule)
	some area in {"sys/policies/acl", "sys/policy", "sys/mounts", "sys/auth"}
	pattern.lies_in(rule.path, area)
	result := {
		"message": sprintf("path \"%s\" of policy %s lets its holder change %s", [rule.path, policy.name, area]),
		"severity": severity(rule.path),
		"at": place.inside(policy, rule),
	}
}

# Whoever sets up one mount decides what answers at its paths, and nothing else.
severity(path) := "high" if pattern.names_mount(path)

severity(path) := "critical" if not pattern.names_mount(path)
