# METADATA
# title: A Kubernetes role opens shells in pods
# description: >-
#   A shell, an attached console or a debug container reads every secret that the pod holds in
#   files, environment and memory.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-PODS-EXEC
#   severity: high
#   confidence: high
#   remedy: Remove the rule; give people access for the hour in which they need it.
package hushgate.checks.kubernetes.rbac.pods_exec

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	resources := {resource |
		some resource in {"pods/exec", "pods/attach", "pods/ephemeralcontainers"}
		rbac.names(rule, resource)
	}
	count(resources) > 0
	rbac.verbs(rule, {"create", "get", "update", "patch", "*"}) != ""
	count(rule.resource_names) == 0
	result := {
		"message": sprintf("%s %s may use %s%s", [rbac.kind(role), role.name, concat(", ", sort(resources)), rbac.extent(role)]),
		"at": place.inside(role, rule),
	}
}
