# METADATA
# title: The default service account has rights
# description: Every pod that names no service account has these rights.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-DEFAULT-SA
#   severity: high
#   confidence: high
#   remedy: Create a service account for the workload and bind that one.
package hushgate.checks.kubernetes.rbac.default_sa

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some binding in data.estate.rbac_bindings
	some subject in binding.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	result := {
		"message": sprintf("%s gives %s to service account default of %s", [binding.name, binding.role.name, rbac.namespace(subject, binding)]),
		"at": place.inside(binding, subject),
	}
}
