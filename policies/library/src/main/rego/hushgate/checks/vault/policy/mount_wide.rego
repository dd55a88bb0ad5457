# METADATA
# title: A Vault policy reaches a whole mount
# description: >-
#   A wildcard directly below a mount gives the secrets of every team that shares it, not those of
#   one application.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-MOUNT-WIDE
#   severity: high
#   confidence: high
#   remedy: >-
#     Put the application into the path, such as secret/data/APP/*.
package hushgate.checks.vault.policy.mount_wide

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.anything(rule)
	pattern.covers_mount(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s covers a whole mount", [rule.path, policy.name]),
		"severity": severity(rule),
		"at": place.inside(policy, rule),
	}
}

# Seeing the names of everything is less than reading it.
severity(rule) := "medium" if rule.effective == ["list"]

severity(rule) := "high" if rule.effective != ["list"]
