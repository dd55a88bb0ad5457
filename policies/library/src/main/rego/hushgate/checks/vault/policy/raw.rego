# METADATA
# title: A Vault policy reads or writes raw storage
# description: >-
#   sys/raw bypasses every other access check: it reads and writes the storage below Vault.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-RAW
#   severity: critical
#   confidence: high
#   remedy: >-
#     Remove the stanza; raw access is for recovery only, with the endpoint switched off again
#     afterwards.
package hushgate.checks.vault.policy.raw

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.anything(rule)
	pattern.lies_in(rule.path, "sys/raw")
	result := {
		"message": sprintf("path \"%s\" of policy %s bypasses all access checks", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
