# METADATA
# title: A workload of one namespace has rights in all of them
# description: Every right is one on objects of namespaces, and yet it reaches each of them.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-CLUSTER-SCOPE
#   severity: medium
#   confidence: low
#   remedy: Bind the ClusterRole by a RoleBinding in the namespaces that the workload serves.
package hushgate.checks.kubernetes.rbac.cluster_scope

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some binding in data.estate.rbac_bindings
	binding.scope == "cluster"
	some subject in binding.subjects
	subject.kind == "ServiceAccount"
	kubernetes.runs(subject.namespace, subject.name)
	some index in kubernetes.role_of(binding)
	role := data.estate.rbac_roles[index]
	not rbac.is_builtin(role)
	reads := [rule | some rule in role.rules; touches_secrets(rule)]
	count(reads) > 0
	every rule in role.rules {
		is_namespaced(rule)
	}
	result := {
		"message": sprintf("ClusterRoleBinding %s gives %s %s in every namespace", [binding.name, subject.name, role.name]),
		"at": place.inside(binding, subject),
		"related": [{"at": place.of(role), "message": "the role"}],
	}
}

touches_secrets(rule) if rbac.reaches(rule, "", "secrets")

is_namespaced(rule) if {
	count(rule.non_resource_urls) == 0
	every group in rule.api_groups {
		is_builtin(group)
	}
	every resource in rule.resources {
		not resource in cluster_wide
	}
}

# Of the resources that others define nothing is known; their controllers serve all namespaces as a rule.
is_builtin(group) if not contains(group, ".")

is_builtin(group) if endswith(group, ".k8s.io")

cluster_wide := {
	"*", "nodes", "nodes/proxy", "namespaces", "persistentvolumes", "clusterroles", "clusterrolebindings",
	"customresourcedefinitions", "storageclasses", "certificatesigningrequests", "tokenreviews",
	"subjectaccessreviews", "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "apiservices",
	"csidrivers", "csinodes", "volumeattachments", "priorityclasses", "clustersecretstores", "clusterexternalsecrets",
}
