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
	some group, resources in operators
	some resource in resources
	rbac.in_group(rule, group)
	resource in rule.resources
	some verb in ["create", "update", "patch"]
	rbac.allows(rule, verb)
	result := {
		"message": sprintf("%s %s allows to %s %s", [rbac.kind(role), role.name, verb, resource]),
		"at": place.inside(role, rule),
	}
}

operators := {
	"external-secrets.io": {"secretstores", "clustersecretstores", "externalsecrets", "clusterexternalsecrets", "pushsecrets"},
	"secrets.hashicorp.com": {"vaultauths", "vaultconnections", "vaultstaticsecrets", "vaultdynamicsecrets", "vaultpkisecrets"},
	"secrets-store.csi.x-k8s.io": {"secretproviderclasses"},
}
