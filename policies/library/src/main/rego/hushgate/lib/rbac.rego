# METADATA
# description: What the rules of Kubernetes roles reach.
# related_resources:
# - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
package hushgate.rbac

# The kinds that run pods, by API group.
workloads := {
	"": {"pods", "replicationcontrollers"},
	"apps": {"deployments", "daemonsets", "statefulsets", "replicasets"},
	"batch": {"jobs", "cronjobs"},
}

kind(role) := "ClusterRole" if role.scope == "cluster"

kind(role) := "Role" if role.scope != "cluster"

# Roles that every cluster has and that nobody in the repository decides about.
is_builtin(role) if startswith(role.name, "system:")

is_builtin(role) if object.get(role.labels, "kubernetes.io/bootstrapping", "") == "rbac-defaults"

# Tells whether the rule allows everything; one check says so and the others keep quiet.
is_total(rule) if {
	"*" in rule.verbs
	"*" in rule.resources
}

# Tells whether the rule covers the resource of the API group, by name or by wildcard.
reaches(rule, group, resource) if {
	in_group(rule, group)
	covers(rule, resource)
}

in_group(rule, group) if group in rule.api_groups

in_group(rule, _) if "*" in rule.api_groups

covers(rule, resource) if resource in rule.resources

covers(rule, _) if "*" in rule.resources

# Tells whether the rule names the resource or one of its subresources by wildcard; a bare * is another check.
names(rule, resource) if resource in rule.resources

names(rule, resource) if {
	parts := split(resource, "/")
	count(parts) == 2
	sprintf("*/%s", [parts[1]]) in rule.resources
}

names(rule, resource) if {
	parts := split(resource, "/")
	count(parts) == 2
	sprintf("%s/*", [parts[0]]) in rule.resources
}

allows(rule, verb) if verb in rule.verbs

allows(rule, _) if "*" in rule.verbs

# Those of the verbs that the rule has, in its order and as a message tells them; empty if it has none.
verbs(rule, wanted) := concat(", ", [verb | some verb in rule.verbs; verb in wanted])

# Tells whether every verb on these resources is more than the objects' own business.
is_sensitive(rule) if {
	some resource in rule.resources
	resource in sensitive
}

sensitive := {
	"secrets", "serviceaccounts", "serviceaccounts/token", "pods", "pods/exec", "nodes", "nodes/proxy",
	"deployments", "daemonsets", "statefulsets", "jobs", "cronjobs", "roles", "rolebindings",
	"clusterroles", "clusterrolebindings", "users", "groups", "certificatesigningrequests",
	"mutatingwebhookconfigurations", "validatingwebhookconfigurations", "persistentvolumes",
}

groups(rule) := "every API group" if "*" in rule.api_groups

groups(rule) := concat(", ", [name(group) | some group in rule.api_groups]) if not "*" in rule.api_groups

name("") := "core"

name(group) := group if group != ""

# Tells whether a ClusterRoleBinding in sight gives the role to somebody in all namespaces.
bound_cluster_wide(role) if {
	role.scope == "cluster"
	some binding in data.estate.rbac_bindings
	binding.scope == "cluster"
	binding.role.name == role.name
}

# How far the role reaches, as the end of a sentence.
extent(role) := " of every namespace" if bound_cluster_wide(role)

extent(role) := sprintf(" of namespace %s", [role.namespace]) if {
	role.scope != "cluster"
	role.namespace != ""
}

extent(role) := "" if {
	not bound_cluster_wide(role)
	role.scope == "cluster"
}

extent(role) := "" if {
	role.scope != "cluster"
	role.namespace == ""
}

# The namespace of a subject, which may be left out where it is that of the binding.
namespace(subject, _) := subject.namespace if subject.namespace != ""

namespace(subject, binding) := binding.namespace if subject.namespace == ""
