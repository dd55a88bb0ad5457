# METADATA
# title: A Vault deny that a narrower grant undoes
# description: >-
#   Only the most specific pattern counts: a deny on a wildcard does not stop a grant on a longer
#   path below it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-DENY-BYPASSED
#   severity: high
#   confidence: high
#   remedy: Put the deny on the narrower path too, or remove the narrower grant.
package hushgate.checks.vault.policy.deny_bypassed

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some denied in policy.rules
	denied.effective == ["deny"]
	endswith(denied.path, "*")
	prefix := pattern.normal(trim_suffix(denied.path, "*"))
	some granted in policy.rules
	grants.anything(granted)
	startswith(pattern.normal(granted.path), prefix)
	pattern.normal(granted.path) != pattern.normal(denied.path)
	result := {
		"message": sprintf(
			"path \"%s\" of policy %s grants %s in spite of the deny on \"%s\"",
			[granted.path, policy.name, concat(", ", granted.effective), denied.path],
		),
		"at": place.inside(policy, granted),
		"related": [{"at": place.inside(policy, denied), "message": "the deny that it undoes"}],
	}
}
