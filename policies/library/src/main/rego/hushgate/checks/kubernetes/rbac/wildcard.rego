# METADATA
# title: A Kubernetes role allows everything
# description: >-
#   A wildcard for verbs and resources also covers kinds that do not exist yet, Secrets and roles
#   among those that do.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-WILDCARD
#   severity: critical
#   confidence: high
#   remedy: List the resources and verbs that are used.
package hushgate.checks.kubernetes.rbac.wildcard

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	"*" in rule.verbs
	"*" in rule.resources
	result := {
		"message": sprintf("%s %s allows every verb on every resource of %s", [rbac.kind(role), role.name, rbac.groups(rule)]),
		"at": place.inside(role, rule),
	}
}
