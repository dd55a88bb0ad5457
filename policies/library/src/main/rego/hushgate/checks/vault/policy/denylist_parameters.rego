# METADATA
# title: A Vault policy forbids parameters instead of naming the permitted ones
# description: What nobody thought of stays allowed, and so do the defaults of the API.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-DENYLIST-PARAMETERS
#   severity: low
#   confidence: high
#   remedy: >-
#     List the permitted values under allowed_parameters, or demand the parameter under
#     required_parameters.
package hushgate.checks.vault.policy.denylist_parameters

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	count(rule.denied_parameters) > 0
	count(rule.allowed_parameters) == 0
	count(rule.required_parameters) == 0
	not "*" in object.keys(rule.denied_parameters)
	result := {
		"message": sprintf("path \"%s\" of policy %s only denies %s", [rule.path, policy.name, concat(", ", object.keys(rule.denied_parameters))]),
		"at": place.inside(policy, rule),
	}
}
