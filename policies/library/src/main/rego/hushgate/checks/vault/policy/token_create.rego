# METADATA
# title: A Vault policy can make tokens that outlive it
# description: >-
#   Orphan tokens and token roles give tokens that stay when the parent is revoked; with sudo,
#   periodic ones for ever.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/tokens
# custom:
#   id: VLT-POL-TOKEN-CREATE
#   severity: high
#   confidence: high
#   remedy: >-
#     Let workloads log in by themselves; where a broker must hand out tokens, bind it to one token
#     role with a short explicit maximum.
package hushgate.checks.vault.policy.token_create

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.writes(rule)
	some area in {"auth/token/create", "auth/token/create-orphan", "auth/token/roles"}
	pattern.lies_in(rule.path, area)
	result := {
		"message": sprintf("path \"%s\" of policy %s can make tokens", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
