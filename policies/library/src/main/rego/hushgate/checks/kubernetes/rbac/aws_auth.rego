# METADATA
# title: A Kubernetes role writes the EKS login map
# description: The ConfigMap aws-auth in kube-system says who is administrator of an EKS cluster.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-AWS-AUTH
#   severity: critical
#   confidence: high
#   remedy: Remove the rule; change the map through reviewed infrastructure code.
package hushgate.checks.kubernetes.rbac.aws_auth

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.reaches(rule, "", "configmaps")
	not rbac.is_total(rule)
	verbs := rbac.verbs(rule, {"update", "patch"})
	verbs != ""
	reaches_map(role, rule)
	result := {
		"message": sprintf("%s %s may %s aws-auth in kube-system", [rbac.kind(role), role.name, verbs]),
		"at": place.inside(role, rule),
	}
}

reaches_map(_, rule) if "aws-auth" in rule.resource_names

reaches_map(role, rule) if {
	role.namespace == "kube-system"
	count(rule.resource_names) == 0
}
