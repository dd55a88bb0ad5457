# METADATA
# description: Facts for the tests of the checks; every key of the schema is there.
package hushgate.testing

at := {"file": "estate/file", "line": 1, "column": 1, "confidence": "high"}

nothing := {"text": "", "seconds": null}

hour := {"text": "1h", "seconds": 3600}

rule(path, capabilities) := {
	"path": path,
	"capabilities": capabilities,
	"legacy": "",
	"effective": capabilities,
	"allowed_parameters": {},
	"denied_parameters": {},
	"required_parameters": [],
	"min_wrapping_ttl": nothing,
	"max_wrapping_ttl": nothing,
	"unknown": [],
	"line": 3,
	"column": 7,
}

legacy_rule(path, word) := object.union(
	rule(path, []),
	{"legacy": word, "effective": ["create", "delete", "list", "read", "update"]},
)

policy(name, rules) := {"policies": [{
	"name": name,
	"naming": "declared",
	"format": "hcl",
	"rules": rules,
	"at": at,
}]}

# A role that nothing is wrong with, changed as the test wants it.
role(changes) := {"roles": [object.union(
	{
		"kind": "kubernetes",
		"auth_mount": "kubernetes",
		"name": "app",
		"policies": ["app"],
		"bound": {
			"service_accounts": ["app"],
			"namespaces": ["shop"],
			"namespace_selector": "",
			"audience": "vault",
			"alias_name_source": "",
		},
		"token": {
			"ttl": hour,
			"max_ttl": hour,
			"explicit_max_ttl": nothing,
			"period": nothing,
			"num_uses": null,
			"bound_cidrs": [],
			"no_default_policy": null,
			"type": "",
		},
		"secret_id": {"bind": null, "ttl": nothing, "num_uses": null, "bound_cidrs": []},
		"claims": {"audiences": [], "subject": "", "bound": {}, "type": "", "user_claim": ""},
		"lines": {},
		"format": "shell",
		"at": at,
	},
	changes,
)]}

auth_config(changes) := {"vault_auth_configs": [object.union(
	{
		"auth_mount": "kubernetes",
		"host": "",
		"reviewer_jwt": "absent",
		"certificate": true,
		"issuer_validation_off": null,
		"lines": {},
		"at": at,
	},
	changes,
)]}

token(changes) := {"vault_tokens": [object.union(
	{
		"policies": ["app"],
		"ttl": nothing,
		"period": nothing,
		"explicit_max_ttl": nothing,
		"orphan": false,
		"role": "",
		"at": at,
	},
	changes,
)]}

connection(changes) := {"vault_connections": [object.union(
	{
		"via": "vault-agent",
		"key": "",
		"enabled": null,
		"provider": "vault",
		"address": "",
		"tls_skip": null,
		"method": "kubernetes",
		"role": "app",
		"auth_mount": "kubernetes",
		"token": "absent",
		"role_id": "absent",
		"secret_id": "absent",
		"engine": "",
		"base_path": "",
		"lines": {},
		"at": at,
	},
	changes,
)]}

rbac_rule(groups, resources, verbs, names) := {
	"api_groups": groups,
	"resources": resources,
	"verbs": verbs,
	"resource_names": names,
	"non_resource_urls": [],
	"line": 8,
	"column": 3,
}

rbac_role(scope, rules) := {
	"rbac_roles": [{
		"scope": scope,
		"namespace": "",
		"name": "app",
		"rules": rules,
		"aggregated": false,
		"gathers": [],
		"labels": {},
		"at": at,
	}],
	"rbac_bindings": [],
}

subject(kind, namespace, name) := {
	"kind": kind,
	"namespace": namespace,
	"name": name,
	"line": 9,
	"column": 5,
}

rbac_binding(scope, namespace, role_name, to) := {
	"rbac_roles": [],
	"rbac_bindings": [{
		"scope": scope,
		"namespace": namespace,
		"name": "app",
		"role": {"kind": "ClusterRole", "name": role_name},
		"subjects": [to],
		"at": at,
	}],
}

secret(changes) := {"secret_objects": [object.union(
	{
		"namespace": "shop",
		"name": "app",
		"type": "",
		"source": "manifest",
		"keys": [],
		"immutable": false,
		"store": "",
		"refresh": nothing,
		"deletion_policy": "",
		"service_account": "app",
		"annotation_keys": [],
		"at": at,
	},
	changes,
)]}

workload(variable, value) := {"workloads": [{
	"namespace": "shop",
	"kind": "Deployment",
	"name": "app",
	"service_account": "app",
	"automount": null,
	"containers": [{
		"role": "container",
		"name": "app",
		"image": "",
		"env": [{
			"name": variable,
			"source": "value",
			"value": value,
			"ref": "",
			"key": "",
			"optional": null,
			"line": 12,
			"column": 9,
		}],
		"env_from": [],
		"mounts": [],
		"argument_references": [],
		"security": {},
		"line": 11,
		"column": 7,
	}],
	"volumes": [],
	"image_pull_secrets": [],
	"host": {"network": false, "pid": false, "ipc": false},
	"labels": {},
	"annotations": {},
	"annotation_keys": [],
	"ttl_after_finished": null,
	"at": at,
}]}
