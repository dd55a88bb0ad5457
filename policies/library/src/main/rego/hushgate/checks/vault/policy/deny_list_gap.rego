# METADATA
# title: A Vault deny leaves the listing open
# description: >-
#   HashiCorp Vault looks a listing up without its trailing slash first, so a deny below a directory
#   does not stop listing the directory; OpenBao does it the other way round.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-DENY-LIST-GAP
#   severity: medium
#   confidence: high
#   remedy: Deny the path without the slash and the wildcard as well.
package hushgate.checks.vault.policy.deny_list_gap

import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some denied in policy.rules
	denied.effective == ["deny"]
	endswith(denied.path, "/*")
	directory := pattern.normal(trim_suffix(denied.path, "/*"))
	some listing in policy.rules
	"list" in listing.effective
	endswith(listing.path, "*")
	startswith(directory, pattern.normal(trim_suffix(listing.path, "*")))
	not directory in {pattern.normal(rule.path) | some rule in policy.rules}
	result := {
		"message": sprintf(
			"path \"%s\" of policy %s does not stop listing \"%s/\", which \"%s\" grants",
			[denied.path, policy.name, directory, listing.path],
		),
		"at": place.inside(policy, denied),
		"related": [{"at": place.inside(policy, listing), "message": "the grant of the listing"}],
	}
}
