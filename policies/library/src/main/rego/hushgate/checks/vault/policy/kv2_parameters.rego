# METADATA
# title: A Vault policy limits parameters where that does nothing
# description: Parameter lists are not supported for KV version 2; they look like a control and are none.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-KV2-PARAMETERS
#   severity: medium
#   confidence: high
#   remedy: Remove them and split the path instead.
package hushgate.checks.vault.policy.kv2_parameters

import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	segments := split(pattern.normal(rule.path), "/")
	count(segments) > 1
	segments[1] == "data"
	limited(rule)
	result := {
		"message": sprintf("path \"%s\" of policy %s lists parameters that KV version 2 ignores", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

limited(rule) if count(rule.allowed_parameters) > 0

limited(rule) if count(rule.denied_parameters) > 0

limited(rule) if count(rule.required_parameters) > 0
