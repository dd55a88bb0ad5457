# METADATA
# title: >-
#   A binding names system:masters
# description: The group skips authorisation altogether; its rights can be neither limited nor revoked.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-MASTERS
#   severity: critical
#   confidence: high
#   remedy: Bind a group of your own to the rights that it needs.
package hushgate.checks.kubernetes.rbac.masters

import data.hushgate.place

violation contains result if {
	some binding in data.estate.rbac_bindings
	some subject in binding.subjects
	subject.name == "system:masters"
	binding.name != "cluster-admin"
	result := {
		"message": sprintf("%s gives %s to system:masters", [binding.name, binding.role.name]),
		"at": place.inside(binding, subject),
	}
}
