# METADATA
# title: A pod that can be broken out of has strong rights
# description: Who leaves the container takes over the node, and with this account more than the node.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: K8S-SA-POWERFUL
#   severity: high
#   confidence: medium
#   remedy: Take the rights or the privileges away; an agent of the node needs no rights on Secrets.
package hushgate.checks.kubernetes.workload.sa_powerful

import data.hushgate.kubernetes
import data.hushgate.limits
import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some workload in data.estate.workloads
	powers := kubernetes.powers(workload)
	count(powers) > 0
	name := kubernetes.account(workload)
	some binding_index in kubernetes.bindings(workload.namespace, name)
	binding := data.estate.rbac_bindings[binding_index]
	some role_index in kubernetes.role_of(binding)
	role := data.estate.rbac_roles[role_index]
	some rule in role.rules
	is_strong(rule)
	result := {
		"message": sprintf("%s %s runs with %s and may %s %s by %s %s", [
			workload.kind, workload.name, concat(", ", sort(powers)),
			concat(", ", rule.verbs), concat(", ", rule.resources), rbac.kind(role), role.name,
		]),
		"at": place.of(workload),
		"related": [{"at": place.inside(role, rule), "message": "the rule"}],
	}
}

is_strong(rule) if {
	some resource in rule.resources
	resource in limits.strong_rights
	count(rule.resource_names) == 0
}

is_strong(rule) if rbac.is_total(rule)
