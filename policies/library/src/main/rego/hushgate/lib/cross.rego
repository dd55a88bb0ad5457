# METADATA
# description: How logins, Vault roles, policies and mounts belong together across files.
package hushgate.cross

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.text

# Whatever logs in to Vault with a role.
logins contains login if {
	some use in data.estate.uses
	use.role != ""
	login := {
		"who": use.subject, "role": use.role, "auth_mount": use.auth_mount, "namespace": use.namespace,
		"service_account": use.service_account, "fact": {"at": use.at},
	}
}

logins contains login if {
	some connection in data.estate.vault_connections
	connection.role != ""
	connection.enabled != false
	login := {
		"who": connection.via, "role": connection.role, "auth_mount": connection.auth_mount, "namespace": "",
		"service_account": "", "fact": {"at": connection.at},
	}
}

# Roles by auth mount and name: positions in the facts.
roles_by_name[sprintf("%s/%s", [role.auth_mount, role.name])] contains index if some index, role in data.estate.roles

roles_named[role.name] contains index if some index, role in data.estate.roles

# The definitions of the role that a login names; where its mount is not given, those of any.
roles_of(login) := object.get(roles_by_name, sprintf("%s/%s", [login.auth_mount, login.role]), set()) if login.auth_mount != ""

roles_of(login) := object.get(roles_named, login.role, set()) if login.auth_mount == ""

# Tells whether a Kubernetes role lets the account in; names may have a * anywhere.
binds(role, _, _) if role.kind != "kubernetes"

binds(role, namespace, account) if {
	role.kind == "kubernetes"
	matches_any(role.bound.service_accounts, account)
	in_namespace(role, namespace)
}

in_namespace(role, namespace) if matches_any(role.bound.namespaces, namespace)

in_namespace(role, _) if role.bound.namespace_selector != ""

matches_any(patterns, name) if {
	some candidate in patterns
	glob.match(candidate, [], name)
}

# A name that is not evaluated may well be the right one.
matches_any(patterns, _) if {
	some candidate in patterns
	not text.is_known(candidate)
	not contains(candidate, "*")
}

# The roles that bind an account by name.
roles_by_account[[account, namespace]] contains index if {
	some index, role in data.estate.roles
	role.kind == "kubernetes"
	some account in role.bound.service_accounts
	some namespace in role.bound.namespaces
	not contains(account, "*")
	not contains(namespace, "*")
}

policy_names contains policy.name if some policy in data.estate.policies

policy_names contains alias.name if some alias in data.estate.policy_aliases

attached_policies contains name if {
	some role in data.estate.roles
	some name in role.policies
}

attached_policies contains name if {
	some token in data.estate.vault_tokens
	some name in token.policies
}

# Stanzas that let their holder grant itself everything: position of the policy and of the stanza.
root_equal[policy.name] contains [index, number] if {
	some index, policy in data.estate.policies
	some number, rule in policy.rules
	amounts_to_root(rule)
}

amounts_to_root(rule) if {
	pattern.matches_everything(rule.path)
	grants.anything(rule)
}

amounts_to_root(rule) if {
	grants.writes(rule)
	some area in {"sys/policies/acl", "sys/policy", "sys/mounts", "sys/auth", "sys/raw"}
	pattern.lies_in(rule.path, area)
	not pattern.names_mount(rule.path)
}

mount_roots contains split(mount.path, "/")[0] if some mount in data.estate.vault_mounts

# KV mounts of which all facts say the same version.
kv_versions[mount.path] := mount.kv_version if {
	some mount in data.estate.vault_mounts
	mount.kv_version != null
	text.is_known(mount.path)
	count({other.kv_version | some other in data.estate.vault_mounts; other.path == mount.path; other.kv_version != null}) == 1
}

# Places in Vault with the environments whose files name them.
place_key(connection) := sprintf("%s/%s as %s", [connection.engine, connection.base_path, connection.role])

places[place_key(connection)] contains use if {
	some connection in data.estate.vault_connections
	connection.base_path != ""
	environments := text.environments(connection.at.file)
	count(environments) > 0
	use := {"environments": environments, "fact": {"at": connection.at}}
}
