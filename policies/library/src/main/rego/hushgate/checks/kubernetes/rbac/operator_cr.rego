# METADATA
# title: A role steers what a secret operator copies
# description: Who writes these resources has the operator fetch any secret that the operator may read.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: RBAC-OPERATOR-CR
#   severity: medium
#   confidence: high
#   remedy: Leave these resources to the deployment, or limit the stores by namespace.
package hushgate.checks.kubernetes.rbac.operator_cr

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	resources := {resource |
		some group, kinds in operators
		some resource in kinds
		rbac.in_group(rule, group)
		resource in rule.resources
	}
	count(resources) > 0
	verbs := rbac.verbs(rule, {"create", "update", "patch", "*"})
	verbs != ""
	result := {
		"message": sprintf("%s %s allows to %s %s", [rbac.kind(role), role.name, verbs, concat(", ", sort(resources))]),
		"at": place.inside(role, rule),
	}
}

operators := {
	"external-secrets.io": {"secretstores", "clustersecretstores", "externalsecrets", "clusterexternalsecrets", "pushsecrets"},
	"secrets.hashicorp.com": {"vaultauths", "vaultconnections", "vaultstaticsecrets", "vaultdynamicsecrets", "vaultpkisecrets"},
	"secrets-store.csi.x-k8s.io": {"secretproviderclasses"},
}
