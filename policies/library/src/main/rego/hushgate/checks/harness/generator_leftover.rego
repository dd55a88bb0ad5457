# METADATA
# title: A running workload carries the policy of the secrets generator
# description: >-
#   The generator writes every secret once; a workload with its policy can overwrite them all at
#   any time.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-GEN-POLICY-LEFTOVER
#   severity: high
#   confidence: high
#   remedy: Attach the read-only policy to the role and delete the generator's.
package hushgate.checks.harness.generator_leftover

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind in {"kubernetes", "approle", "jwt"}
	some name in role.policies
	contains(name, "generator")
	result := {
		"message": sprintf("role %s on auth/%s attaches policy %s", [role.name, role.auth_mount, name]),
		"at": place.of(role),
	}
}
