# METADATA
# title: A templated Vault path relies on a name
# description: Names of entities and groups can be given again to somebody else; their ids cannot.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-TEMPLATE-NAME
#   severity: medium
#   confidence: high
#   remedy: Use identity.entity.id or identity.groups.ids instead of the name.
package hushgate.checks.vault.policy.template_name

import data.hushgate.grants
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.anything(rule)
	regex.match(`\{\{ *identity\.(entity\.name|groups\.names\.)`, rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s follows a name", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
