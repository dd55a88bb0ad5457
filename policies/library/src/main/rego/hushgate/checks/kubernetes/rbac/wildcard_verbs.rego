# METADATA
# title: A Kubernetes role allows every verb
# description: A wildcard for verbs covers escalate, bind, impersonate and every verb to come.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-WILDCARD-VERBS
#   severity: high
#   confidence: high
#   remedy: List the verbs that are used.
package hushgate.checks.kubernetes.rbac.wildcard_verbs

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	"*" in rule.verbs
	not "*" in rule.resources
	rbac.is_sensitive(rule)
	result := {
		"message": sprintf("%s %s allows every verb on %s", [rbac.kind(role), role.name, concat(", ", rule.resources)]),
		"at": place.inside(role, rule),
	}
}
