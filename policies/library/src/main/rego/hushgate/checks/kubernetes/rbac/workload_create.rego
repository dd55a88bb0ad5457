# METADATA
# title: A Kubernetes role starts pods
# description: >-
#   Whoever creates or changes a workload runs as any service account of the namespace and mounts
#   any of its Secrets.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-WORKLOAD-CREATE
#   severity: high
#   confidence: medium
#   remedy: >-
#     Leave workloads to the deployment pipeline; where a controller needs it, keep it in one
#     namespace without other secrets.
package hushgate.checks.kubernetes.rbac.workload_create

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	resources := {resource |
		some group, kinds in rbac.workloads
		some resource in kinds
		rbac.reaches(rule, group, resource)
	}
	count(resources) > 0
	verbs := rbac.verbs(rule, {"create", "update", "patch"})
	verbs != ""
	count(rule.resource_names) == 0
	not rbac.is_total(rule)
	result := {
		"message": sprintf("%s %s may %s %s%s", [rbac.kind(role), role.name, verbs, concat(", ", sort(resources)), rbac.extent(role)]),
		"at": place.inside(role, rule),
	}
}
