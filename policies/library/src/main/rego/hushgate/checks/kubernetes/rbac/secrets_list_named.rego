# METADATA
# title: Names do not limit who lists Secrets
# description: >-
#   A list request without a field selector is refused or, with one, reveals the whole Secret;
#   resourceNames looks narrower than it is.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-SECRETS-LIST-NAMED
#   severity: low
#   confidence: high
#   remedy: Grant get on the names.
package hushgate.checks.kubernetes.rbac.secrets_list_named

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.reaches(rule, "", "secrets")
	count(rule.resource_names) > 0
	verbs := rbac.verbs(rule, {"list", "watch"})
	verbs != ""
	result := {
		"message": sprintf("%s %s allows to %s Secrets by name", [rbac.kind(role), role.name, verbs]),
		"at": place.inside(role, rule),
	}
}
