# METADATA
# title: Rights for everybody
# description: These groups and users hold everybody who reaches the API server, or every pod of the cluster.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-ANONYMOUS
#   severity: critical
#   confidence: high
#   remedy: Bind the people and service accounts that need the rights.
package hushgate.checks.kubernetes.rbac.anonymous

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some binding in data.estate.rbac_bindings
	some subject in binding.subjects
	subject.name in {"system:anonymous", "system:unauthenticated", "system:authenticated", "system:serviceaccounts"}
	not binding.role.name in limits.rbac_public_roles
	result := {
		"message": sprintf("%s gives %s to %s", [binding.name, binding.role.name, subject.name]),
		"at": place.inside(binding, subject),
	}
}
