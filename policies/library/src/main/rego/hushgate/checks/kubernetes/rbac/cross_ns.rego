# METADATA
# title: A service account has rights in another namespace
# description: A binding across namespaces joins what the namespaces were made to keep apart.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-CROSS-NS
#   severity: medium
#   confidence: high
#   remedy: Run the workload in the namespace, or give it a service account there.
package hushgate.checks.kubernetes.rbac.cross_ns

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some binding in data.estate.rbac_bindings
	some subject in binding.subjects
	subject.kind == "ServiceAccount"
	binding.scope == "namespace"
	subject.namespace != ""
	binding.namespace != ""
	not contains(concat("", [subject.namespace, binding.namespace]), "{{")
	subject.namespace != binding.namespace
	not binding.namespace in limits.rbac_shared_namespaces
	result := {
		"message": sprintf("%s of %s gives %s to service account %s of %s", [binding.name, binding.namespace, binding.role.name, subject.name, subject.namespace]),
		"at": place.inside(binding, subject),
	}
}
