# METADATA
# title: A Vault path has a wildcard that is none
# description: >-
#   Vault reads * only as the last character and + only as a whole segment; anywhere else they are
#   plain letters, so the stanza does not do what it looks like.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-DEAD-GLOB
#   severity: medium
#   confidence: high
#   remedy: Use + for one segment, or end the path with the wildcard.
package hushgate.checks.vault.policy.dead_glob

import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	not contains(rule.path, "{{")
	some segment in dead(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s: %s is taken literally", [rule.path, policy.name, segment]),
		"at": place.inside(policy, rule),
	}
}

dead(path) := {segment |
	some index, segment in split(path, "/")
	is_dead(segment, index == (count(split(path, "/")) - 1))
}

is_dead(segment, _) if {
	contains(segment, "+")
	segment != "+"
	segment != "+*"
}

is_dead(segment, false) if contains(segment, "*")

is_dead(segment, true) if contains(trim_suffix(segment, "*"), "*")
