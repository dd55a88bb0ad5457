# METADATA
# title: A service account is cluster-admin
# description: >-
#   Whoever takes the pod reads every Secret and mints a token of every service account: all Vault
#   roles of the cluster are open.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-CLUSTER-ADMIN-SA
#   severity: critical
#   confidence: high
#   remedy: Write a role with the rights that the workload uses.
package hushgate.checks.kubernetes.rbac.cluster_admin

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some binding in data.estate.rbac_bindings
	some subject in binding.subjects
	subject.kind == "ServiceAccount"
	binding.role.name == "cluster-admin"
	result := {
		"message": sprintf("%s binds cluster-admin to service account %s of %s", [binding.name, subject.name, rbac.namespace(subject, binding)]),
		"at": place.inside(binding, subject),
	}
}
