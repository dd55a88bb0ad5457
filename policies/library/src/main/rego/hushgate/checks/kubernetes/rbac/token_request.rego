# METADATA
# title: A Kubernetes role mints tokens of service accounts
# description: >-
#   create on serviceaccounts/token gives a token of any service account in reach, and with it its
#   rights and its Vault roles.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-TOKEN-REQUEST
#   severity: critical
#   confidence: high
#   remedy: Name the service accounts in resourceNames, or remove the rule.
package hushgate.checks.kubernetes.rbac.token_request

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.names(rule, "serviceaccounts/token")
	rbac.allows(rule, "create")
	count(rule.resource_names) == 0
	result := {
		"message": sprintf("%s %s mints tokens of any service account%s", [rbac.kind(role), role.name, rbac.extent(role)]),
		"at": place.inside(role, rule),
	}
}
