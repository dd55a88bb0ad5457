# METADATA
# title: A Kubernetes role impersonates others
# description: impersonate on users, groups or service accounts is the right to be anybody.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-IMPERSONATE
#   severity: critical
#   confidence: high
#   remedy: Remove the verb, or name in resourceNames whom it may be used for.
package hushgate.checks.kubernetes.rbac.impersonate

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	"impersonate" in rule.verbs
	count(rule.resource_names) == 0
	result := {
		"message": sprintf("%s %s may impersonate any of %s", [rbac.kind(role), role.name, concat(", ", rule.resources)]),
		"at": place.inside(role, rule),
	}
}
