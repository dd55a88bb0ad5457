# METADATA
# title: A Kubernetes role may promote itself
# description: >-
#   escalate lets its holder put rights into a role that it does not have, bind lets it bind any
#   role to itself.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-ESCALATE-BIND
#   severity: critical
#   confidence: high
#   remedy: Remove the verbs, or name in resourceNames the roles they may be used for.
package hushgate.checks.kubernetes.rbac.escalate_bind

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	verbs := rbac.verbs(rule, {"escalate", "bind"})
	verbs != ""
	count(rule.resource_names) == 0
	result := {
		"message": sprintf("%s %s may %s %s", [rbac.kind(role), role.name, verbs, concat(", ", rule.resources)]),
		"at": place.inside(role, rule),
	}
}
