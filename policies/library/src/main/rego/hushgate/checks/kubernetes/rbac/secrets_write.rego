# METADATA
# title: A Kubernetes role writes Secrets
# description: >-
#   Whoever creates a Secret of the service-account-token type in a namespace gets a token of any
#   service account there.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-SECRETS-WRITE
#   severity: high
#   confidence: high
#   remedy: Name the Secrets in resourceNames, or let an operator write them.
package hushgate.checks.kubernetes.rbac.secrets_write

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.reaches(rule, "", "secrets")
	verbs := rbac.verbs(rule, {"create", "update", "patch"})
	verbs != ""
	count(rule.resource_names) == 0
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s allows to %s Secrets%s", [rbac.kind(role), role.name, verbs, rbac.extent(role)]),
		"at": place.inside(role, rule),
	}
}
