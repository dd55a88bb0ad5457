# METADATA
# title: A role widens view, edit or admin to Secrets
# description: >-
#   The label adds the rules to a role that many people have, without a binding that anybody
#   reviews.
# related_resources:
# - https://kubernetes.io/docs/reference/access-authn-authz/rbac
# custom:
#   id: RBAC-AGGREGATED
#   severity: medium
#   confidence: high
#   remedy: Drop the aggregation label from roles that reach Secrets or their sources.
package hushgate.checks.kubernetes.rbac.aggregated

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	some label, value in role.labels
	startswith(label, "rbac.authorization.k8s.io/aggregate-to-")
	value == "true"
	some rule in role.rules
	some resource in {"secrets", "serviceaccounts/token", "pods/exec"}
	rbac.reaches(rule, "", resource)
	not rbac.is_builtin(role)
	result := {
		"message": sprintf("ClusterRole %s adds %s to %s", [role.name, resource, trim_prefix(label, "rbac.authorization.k8s.io/aggregate-to-")]),
		"at": place.inside(role, rule),
	}
}
