# METADATA
# title: A Vault policy lists under data/
# description: >-
#   KV version 2 lists keys under metadata/; list on data/ grants nothing and is usually repaired
#   with a wildcard.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
# custom:
#   id: VLT-POL-KV2-LIST-ON-DATA
#   severity: low
#   confidence: high
#   remedy: Move list to a stanza for the same path under metadata/.
package hushgate.checks.vault.policy.kv2_list_on_data

import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	"list" in rule.effective
	segments := split(pattern.normal(rule.path), "/")
	count(segments) > 2
	segments[1] == "data"
	result := {
		"message": sprintf("path \"%s\" of policy %s grants list where KV version 2 never lists", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
