# METADATA
# title: A Kubernetes role creates persistent volumes
# description: >-
#   A persistent volume may point at any directory of a node, and so at the tokens of every pod on
#   it.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-PV-CREATE
#   severity: medium
#   confidence: high
#   remedy: Let a storage provisioner create volumes.
package hushgate.checks.kubernetes.rbac.pv_create

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.reaches(rule, "", "persistentvolumes")
	"create" in rule.verbs
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s creates persistent volumes", [rbac.kind(role), role.name]),
		"at": place.inside(role, rule),
	}
}
