# METADATA
# title: A cloud role trusts every workflow of an owner or branch
# description: >-
#   Anybody who may push a branch, in the worst case to any repository of the owner, takes the
#   role.
# related_resources:
# - https://docs.github.com/en/actions/reference/security/oidc
# custom:
#   id: CI-OIDC-SUB-WIDE
#   severity: high
#   confidence: high
#   remedy: Bind the subject to the repository and the ref or environment that deploys.
package hushgate.checks.pipeline.oidc_sub_wide

import data.hushgate.place

violation contains result if {
	some resource in data.estate.cloud_resources
	some statement in resource.statements
	startswith(statement, "repo:")
	regex.match(`^repo:([^/]*\*|[^/]+/\*)|:\*$|^repo:[^:]*$`, statement)
	result := {"message": sprintf("%s.%s trusts %s", [resource.type, resource.name, statement]), "at": place.of(resource)}
}
