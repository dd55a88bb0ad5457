# METADATA
# title: A Kubernetes role changes roles or bindings
# description: >-
#   Whoever writes roles or bindings hands out every right that it holds itself, and with escalate
#   or bind every right there is.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-RBAC-WRITE
#   severity: high
#   confidence: high
#   remedy: Leave roles and bindings to the deployment pipeline.
package hushgate.checks.kubernetes.rbac.rbac_write

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	resources := {resource |
		some resource in {"roles", "clusterroles", "rolebindings", "clusterrolebindings"}
		rbac.reaches(rule, "rbac.authorization.k8s.io", resource)
	}
	count(resources) > 0
	verbs := rbac.verbs(rule, {"create", "update", "patch"})
	verbs != ""
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s may %s %s", [rbac.kind(role), role.name, verbs, concat(", ", sort(resources))]),
		"at": place.inside(role, rule),
	}
}
