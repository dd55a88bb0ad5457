# METADATA
# title: A Kubernetes role reads Secrets
# description: >-
#   get, list and watch on secrets all reveal their contents; without names that is every Secret in
#   reach.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: RBAC-SECRETS-READ
#   severity: medium
#   confidence: high
#   remedy: Name the Secrets in resourceNames and grant get only, or mount what the workload needs.
package hushgate.checks.kubernetes.rbac.secrets_read

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.reaches(rule, "", "secrets")
	verbs := rbac.verbs(rule, {"get", "list", "watch"})
	verbs != ""
	count(rule.resource_names) == 0
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s allows to %s every Secret%s", [rbac.kind(role), role.name, verbs, rbac.extent(role)]),
		"severity": severity(role),
		"at": place.inside(role, rule),
	}
}

# A cluster role reaches every namespace once it is bound by a ClusterRoleBinding.
severity(role) := "high" if rbac.bound_cluster_wide(role)

severity(role) := "medium" if not rbac.bound_cluster_wide(role)
