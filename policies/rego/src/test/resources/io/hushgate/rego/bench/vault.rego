# What is wrong with one Vault policy: paths with capabilities, and the roles that carry it.
package vault.policy

sudo_paths := {"sys/rotate", "sys/seal", "sys/raw/*", "auth/token/create-orphan"}

write := {"create", "update", "patch", "delete"}

rules := input.rules

covers(general, special) if {
	endswith(general.path, "*")
	startswith(special.path, trim_suffix(general.path, "*"))
}

capabilities(rule) := {capability | some capability in rule.capabilities}

deny contains msg if {
	some rule in rules
	"sudo" in rule.capabilities
	not rule.path in sudo_paths
	msg := sprintf("%s: sudo on %s, which does not need it", [input.name, rule.path])
}

deny contains msg if {
	some rule in rules
	rule.path in {"*", "+/*", "sys/*", "secret/*"}
	count(capabilities(rule) & write) > 0
	msg := sprintf("%s: may write everywhere under %s", [input.name, rule.path])
}

deny contains msg if {
	some i, general in rules
	some j, special in rules
	i != j
	covers(general, special)
	extra := capabilities(special) - capabilities(general)
	count(extra) == 0
	not "deny" in special.capabilities
	msg := sprintf("%s: %s adds nothing to %s", [input.name, special.path, general.path])
}

deny contains msg if {
	some rule in rules
	regex.match(`^sys/polic(y|ies)`, rule.path)
	some capability in rule.capabilities
	capability in write
	msg := sprintf("%s: may rewrite policies through %s", [input.name, rule.path])
}

warn contains msg if {
	some role in input.roles
	not role.token_max_ttl
	msg := sprintf("%s: role %s lets tokens live for ever", [input.name, role.name])
}

warn contains msg if {
	some role in input.roles
	some namespace in role.bound_service_account_namespaces
	namespace == "*"
	some account in role.bound_service_account_names
	contains(account, "*")
	msg := sprintf("%s: role %s is open to every account", [input.name, role.name])
}

readable := {rule.path | some rule in rules; "read" in rule.capabilities}

summary := {
	"paths": count(rules),
	"readable": count(readable),
	"mounts": {mount | some rule in rules; mount := split(rule.path, "/")[0]},
}
