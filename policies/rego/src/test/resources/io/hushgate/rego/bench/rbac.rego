# Who may do what in a cluster: rules over one Kubernetes object each.
package kubernetes.rbac

roles := {"Role", "ClusterRole"}

bindings := {"RoleBinding", "ClusterRoleBinding"}

workloads := {"Deployment", "DaemonSet", "StatefulSet", "Job"}

escalating_verbs := {"escalate", "bind", "impersonate"}

write_verbs := {"create", "update", "patch", "delete", "*"}

is_role if input.kind in roles

is_binding if input.kind in bindings

name := object.get(input.metadata, "name", "unnamed")

pod_spec := input.spec if input.kind == "Pod"

pod_spec := input.spec.template.spec if input.kind in workloads

containers contains container if some container in pod_spec.containers

containers contains container if some container in pod_spec.initContainers

grants(rule, group, resource, verb) if {
	matches(rule.apiGroups, group)
	matches(rule.resources, resource)
	matches(rule.verbs, verb)
}

matches(list, _) if "*" in list

matches(list, item) if item in list

deny contains {"id": "wildcard-verb", "msg": msg} if {
	is_role
	some i, rule in input.rules
	"*" in rule.verbs
	msg := sprintf("%s %s allows every verb in rule %d", [input.kind, name, i])
}

deny contains {"id": "wildcard-resource", "msg": msg} if {
	is_role
	some i, rule in input.rules
	"*" in rule.resources
	msg := sprintf("%s %s reaches every resource in rule %d", [input.kind, name, i])
}

deny contains {"id": "secrets-read", "msg": msg} if {
	is_role
	some rule in input.rules
	some verb in ["get", "list", "watch"]
	grants(rule, "", "secrets", verb)
	count(object.get(rule, "resourceNames", [])) == 0
	msg := sprintf("%s %s may %s all secrets", [input.kind, name, verb])
}

deny contains {"id": "escalation", "msg": msg} if {
	is_role
	some rule in input.rules
	some verb in rule.verbs
	verb in escalating_verbs
	msg := sprintf("%s %s may %s", [input.kind, name, verb])
}

deny contains {"id": "pods-exec", "msg": msg} if {
	is_role
	some rule in input.rules
	grants(rule, "", "pods/exec", "create")
	msg := sprintf("%s %s may run commands in pods", [input.kind, name])
}

deny contains {"id": "token-request", "msg": msg} if {
	is_role
	some rule in input.rules
	grants(rule, "", "serviceaccounts/token", "create")
	msg := sprintf("%s %s may issue tokens", [input.kind, name])
}

deny contains {"id": "webhook-write", "msg": msg} if {
	input.kind == "ClusterRole"
	some rule in input.rules
	some verb in rule.verbs
	verb in write_verbs
	some resource in rule.resources
	endswith(resource, "webhookconfigurations")
	msg := sprintf("ClusterRole %s may change %s", [name, resource])
}

deny contains {"id": "cluster-admin", "msg": msg} if {
	is_binding
	input.roleRef.name == "cluster-admin"
	some subject in input.subjects
	not startswith(subject.name, "system:")
	msg := sprintf("%s %s makes %s %s cluster-admin", [input.kind, name, subject.kind, subject.name])
}

deny contains {"id": "anonymous", "msg": msg} if {
	is_binding
	some subject in input.subjects
	subject.name in {"system:anonymous", "system:unauthenticated"}
	msg := sprintf("%s %s binds %s", [input.kind, name, subject.name])
}

deny contains {"id": "default-account", "msg": msg} if {
	is_binding
	some subject in input.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	msg := sprintf("%s %s binds the default account of %s", [input.kind, name, subject.namespace])
}

warn contains {"id": "token-mounted", "msg": msg} if {
	object.get(pod_spec, "automountServiceAccountToken", true)
	object.get(pod_spec, "serviceAccountName", "default") == "default"
	msg := sprintf("%s %s mounts the default account's token", [input.kind, name])
}

warn contains {"id": "secret-env", "msg": msg} if {
	some container in containers
	some env in container.env
	regex.match(`(?i)(password|token|secret|api_?key)`, env.name)
	env.value != ""
	msg := sprintf("container %s has %s in plain text", [container.name, env.name])
}

deny contains {"id": "privileged", "msg": msg} if {
	some container in containers
	container.securityContext.privileged
	msg := sprintf("container %s is privileged", [container.name])
}

deny contains {"id": "host-path", "msg": msg} if {
	some volume in pod_spec.volumes
	path := volume.hostPath.path
	some forbidden in ["/", "/etc", "/var/run/docker.sock", "/root"]
	path == forbidden
	msg := sprintf("volume %s mounts %s of the host", [volume.name, path])
}

warn contains {"id": "latest-tag", "msg": msg} if {
	some container in containers
	image_tag(container.image) == "latest"
	msg := sprintf("container %s runs %s", [container.name, container.image])
}

image_tag(image) := tag if {
	parts := split(image, ":")
	count(parts) == 2
	tag := parts[1]
} else := "latest"

warn contains {"id": "run-as-root", "msg": msg} if {
	some container in containers
	not non_root(container)
	msg := sprintf("container %s may run as root", [container.name])
}

non_root(container) if container.securityContext.runAsNonRoot

non_root(_) if pod_spec.securityContext.runAsNonRoot

deny contains {"id": "secret-unused-key", "msg": msg} if {
	input.kind == "Secret"
	keys := {key | some key, _ in input.data}
	some key in keys
	lower(key) in {"password", "token"}
	not input.metadata.annotations.owner
	msg := sprintf("Secret %s holds %s and has no owner", [name, key])
}

warn contains {"id": "pull-secret", "msg": msg} if {
	every container in containers {
		not startswith(container.image, "registry.example.org/")
	}
	count(containers) > 0
	msg := sprintf("%s %s takes all images from elsewhere", [input.kind, name])
}
