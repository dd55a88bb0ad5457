# METADATA
# title: A stanza takes away what a wider one grants
# description: >-
#   Only the most specific pattern counts, so that the wider stanza's capabilities are gone
#   here, which few readers expect.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-NARROWS
#   severity: info
#   confidence: high
#   remedy: Repeat the capabilities that are meant to stay, or write deny to say so.
package hushgate.checks.vault.policy.narrows

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some broad in policy.rules
	endswith(broad.path, "*")
	prefix := pattern.normal(trim_suffix(broad.path, "*"))
	some narrow in policy.rules
	grants.anything(narrow)
	startswith(pattern.normal(narrow.path), prefix)
	pattern.normal(narrow.path) != pattern.normal(broad.path)
	lost := {capability | some capability in broad.effective} - {capability | some capability in narrow.effective}
	count(lost) > 0
	result := {
		"message": sprintf("path \"%s\" of policy %s has no %s, which \"%s\" grants", [narrow.path, policy.name, concat(", ", sort(lost)), broad.path]),
		"at": place.inside(policy, narrow),
		"related": [{"at": place.inside(policy, broad), "message": "the wider stanza"}],
	}
}
