# METADATA
# title: A Kubernetes role changes admission webhooks
# description: A webhook sees every Secret that is written and can change every object on its way in.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-WEBHOOKS
#   severity: high
#   confidence: high
#   remedy: Name the one webhook configuration in resourceNames.
package hushgate.checks.kubernetes.rbac.webhooks

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	resources := {resource |
		some resource in {"mutatingwebhookconfigurations", "validatingwebhookconfigurations"}
		rbac.reaches(rule, "admissionregistration.k8s.io", resource)
	}
	count(resources) > 0
	verbs := rbac.verbs(rule, {"create", "update", "patch"})
	verbs != ""
	count(rule.resource_names) == 0
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s may %s %s", [rbac.kind(role), role.name, verbs, concat(", ", sort(resources))]),
		"at": place.inside(role, rule),
	}
}
