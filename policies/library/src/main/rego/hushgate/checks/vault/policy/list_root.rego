# METADATA
# title: A Vault policy lists the root of a mount
# description: Names of keys are not filtered by what may be read, and names tell much.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-LIST-ROOT
#   severity: low
#   confidence: high
#   remedy: Grant list on the metadata of the application's own path.
package hushgate.checks.vault.policy.list_root

import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	"list" in rule.effective
	regex.match(`^[^/+*{}<]+/(metadata/?)?$`, pattern.normal(rule.path))
	not startswith(pattern.normal(rule.path), "sys/")
	result := {
		"message": sprintf("path \"%s\" of policy %s lists the whole mount", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
