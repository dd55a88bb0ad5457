# METADATA
# description: How objects of a cluster belong together.
package hushgate.kubernetes

import data.hushgate.rbac
import data.hushgate.text

# Where one of the two is not given, the release decides it and they may well be the same.
same_namespace(one, other) if one == other

same_namespace("", other) if other != ""

same_namespace(one, "") if one != ""

# The account that a workload runs as.
account(workload) := workload.service_account if workload.service_account != ""

account(workload) := "default" if workload.service_account == ""

# Service accounts, Secrets and workloads by name: positions in the facts.
accounts[account.name] contains index if some index, account in data.estate.service_accounts

secrets[secret.name] contains index if some index, secret in data.estate.secret_objects

roles[role.name] contains index if some index, role in data.estate.rbac_roles

subjects[subject.name] contains [binding, index] if {
	some binding, fact in data.estate.rbac_bindings
	some index, subject in fact.subjects
	subject.kind == "ServiceAccount"
}

# Tells whether a service account of that name is among the facts.
has_account(namespace, name) if {
	some index in accounts[name]
	same_namespace(data.estate.service_accounts[index].namespace, namespace)
}

# Tells whether a Secret of that name is among the facts, or something that makes it.
has_secret(namespace, name) if {
	some index in secrets[name]
	same_namespace(data.estate.secret_objects[index].namespace, namespace)
}

# The bindings that give a service account rights.
bindings(namespace, name) := {index |
	some [index, number] in subjects[name]
	same_namespace(data.estate.rbac_bindings[index].subjects[number].namespace, namespace)
}

# Tells whether some workload runs as the account.
runs(namespace, name) if {
	some index in workload_accounts[name]
	same_namespace(data.estate.workloads[index].namespace, namespace)
}

workload_accounts[account(workload)] contains index if some index, workload in data.estate.workloads

# The variables of a container that come from Secrets or hold one.
secret_variables(container) := [variable | some variable in container.env; is_secret(variable)]

is_secret(variable) if variable.source == "secret"

is_secret(variable) if {
	variable.value == "literal"
	text.names_secret(variable.name)
}

# Tells whether the pod reads any Secret.
reads_secrets(workload) if {
	some container in workload.containers
	count(secret_variables(container)) > 0
}

reads_secrets(workload) if {
	some container in workload.containers
	some source in container.env_from
	source.source == "secret"
}

reads_secrets(workload) if {
	some volume in workload.volumes
	volume.type == "secret"
}

# What a pod may do on its node that lets it read the secrets of other pods there.
powers(workload) := {power |
	some container in workload.containers
	container.security.privileged == true
	power := "privileged"
} | {"hostPID" | workload.host.pid == true}

# The role that a binding names.
role_of(binding) := {index |
	some index in roles[binding.role.name]
	role := data.estate.rbac_roles[index]
	rbac.kind(role) == binding.role.kind
	same_scope(role, binding)
}

same_scope(role, _) if role.scope == "cluster"

same_scope(role, binding) if {
	role.scope != "cluster"
	same_namespace(role.namespace, binding.namespace)
}
