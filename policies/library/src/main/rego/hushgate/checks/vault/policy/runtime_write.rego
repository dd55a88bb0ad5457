# METADATA
# title: A runtime policy of Vault can write
# description: >-
#   A policy that calls itself read-only or runtime is attached to workloads in the belief that they
#   cannot change secrets.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-RUNTIME-WRITE
#   severity: high
#   confidence: high
#   remedy: Reduce it to read on data and list on metadata; give writing to the pipeline that rotates.
package hushgate.checks.vault.policy.runtime_write

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	regex.match(`(^|[-_.])(runtime|readonly|read-only|reader|ro)($|[-_.])`, policy.name)
	grants.alters(rule)
	not pattern.lies_in(rule.path, "auth/token")
	not pattern.lies_in(rule.path, "sys")
	result := {
		"message": sprintf("path \"%s\" of policy %s grants %s", [rule.path, policy.name, concat(", ", rule.effective)]),
		"at": place.inside(policy, rule),
	}
}
