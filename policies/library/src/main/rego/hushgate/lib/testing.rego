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

# One fact of a section, complete but for what the test changes.
one(section, changes) := {section: [object.union(defaults[section], changes)]}

# Facts of several sections; of one section all are kept.
join(estates) := {section: facts |
	some estate in estates
	some section, _ in estate
	facts := [fact | some each in estates; some fact in object.get(each, section, [])]
}

variable(name, source, value) := {
	"name": name,
	"source": source,
	"value": value,
	"ref": "",
	"key": "",
	"optional": null,
	"line": 12,
	"column": 9,
}

# A workload with one container.
pod(changes, container) := one("workloads", object.union(changes, {"containers": [object.union(plain_container, container)]}))

plain_container := {
	"role": "container",
	"name": "app",
	"image": "shop/app:1",
	"env": [],
	"env_from": [],
	"mounts": [],
	"argument_references": [],
	"arguments": [],
	"security": {
		"privileged": null,
		"allow_privilege_escalation": null,
		"run_as_non_root": null,
		"read_only_root_filesystem": null,
		"added_capabilities": [],
		"dropped_capabilities": [],
	},
	"line": 11,
	"column": 7,
}

volume(type, changes) := object.union(
	{
		"name": "data",
		"type": type,
		"ref": "",
		"keys": [],
		"mode": null,
		"audience": "",
		"expiration_seconds": null,
		"medium": "",
		"optional": null,
		"line": 20,
		"column": 7,
	},
	changes,
)

mount(path, inner) := {"volume": "data", "path": path, "sub_path": inner, "read_only": false}

data_key(name, value) := {"name": name, "value": value, "flaw": "", "line": 6, "column": 3}

subject_of(namespace, name) := {"kind": "ServiceAccount", "namespace": namespace, "name": name, "line": 9, "column": 5}

defaults := {
	"missing_grants": {
		"role": "app", "auth_mount": "kubernetes", "policies": ["app"], "operation": "read", "path": "secret/data/shop/db",
		"who": "Deployment/web", "via": "injector", "reason": "no rule", "undefined": [], "at": at,
	},
	"unused_grants": {
		"role": "app", "auth_mount": "kubernetes", "policy": "app", "path": "secret/data/other", "capabilities": ["read"],
		"whole": true, "uses": 2, "at": at,
	},
	"token_thefts": {
		"kind": "account", "namespace": "shop", "subject": "chaos", "role": "app", "auth_mount": "kubernetes",
		"steps": [
			{"way": "executes-in", "text": "runs commands in any pod of shop by pods/exec", "file": "chaos.yaml", "line": 7, "column": 3},
			{"way": "logs-in", "text": "logs in to Vault role kubernetes/app", "file": "", "line": 1, "column": 1},
		],
		"paths": ["secret/data/shop/*"], "at": at,
	},
	"public_keys": {"kind": "ssh", "fingerprint": "00", "name": "deploy", "at": at},
	"logins": {"kind": "database", "principal": "shop", "groups": [], "target": "db.prod.internal/shop", "last_line": 1, "at": at},
	"audit_trails": {"file": "audit.log", "first": "2026-03-01T08:00:00Z", "last": "2026-03-14T17:30:00Z", "plain": 0, "at": at},
	"audit_bursts": {"subject": "role app", "start": "2026-03-12T02:10:00Z", "paths": 4, "denied": 0, "at": at},
	"audit_accesses": {
		"subject": "role app", "operation": "read", "path": "secret/data/shop/db", "time": "2026-03-12T02:11:40Z",
		"count": 3, "hours": 0, "known_hours": 0, "at": at,
	},
	"policies": {"name": "app", "naming": "declared", "format": "hcl", "rules": [], "at": at},
	"policy_aliases": {"name": "app", "file": "app.hcl", "at": at},
	"roles": role({}).roles[0],
	"vault_mounts": {"path": "secret", "type": "kv", "kv_version": 2, "plain_keys": [], "at": at},
	"vault_auth_mounts": {"path": "kubernetes", "type": "kubernetes", "at": at},
	"vault_auth_configs": auth_config({}).vault_auth_configs[0],
	"vault_connections": connection({}).vault_connections[0],
	"vault_tokens": token({}).vault_tokens[0],
	"vault_audit_devices": {
		"path": "file", "type": "file", "file_path": "/vault/audit/log", "log_raw": null, "hmac_accessor": null,
		"at": at,
	},
	"service_accounts": {
		"namespace": "shop", "name": "app", "automount": null, "image_pull_secrets": [], "token_secrets": [],
		"labels": {}, "annotations": {}, "annotation_keys": [], "at": at,
	},
	"workloads": {
		"namespace": "shop", "kind": "Deployment", "name": "app", "service_account": "app", "automount": null,
		"containers": [], "volumes": [], "image_pull_secrets": [],
		"host": {"network": false, "pid": false, "ipc": false}, "labels": {}, "annotations": {},
		"annotation_keys": [], "ttl_after_finished": null, "at": at,
	},
	"rbac_roles": {
		"scope": "namespace", "namespace": "shop", "name": "app", "rules": [], "aggregated": false, "labels": {},
		"at": at,
	},
	"rbac_bindings": {
		"scope": "namespace", "namespace": "shop", "name": "app", "role": {"kind": "Role", "name": "app"},
		"subjects": [], "at": at,
	},
	"secret_objects": secret({}).secret_objects[0],
	"config_objects": {"namespace": "shop", "name": "settings", "keys": [], "at": at},
	"secret_refs": {
		"namespace": "shop", "subject": "Deployment/app", "container": "app", "secret": "db", "key": "password",
		"via": "env", "optional": null, "at": at,
	},
	"uses": {
		"namespace": "shop", "subject": "Deployment/app", "service_account": "app", "role": "app",
		"auth_mount": "kubernetes", "store": "", "path": "secret/data/app/db", "key": "", "operation": "read",
		"via": "injector", "at": at,
	},
	"secret_stores": {
		"kind": "SecretStore", "namespace": "shop", "name": "vault", "provider": "vault",
		"address": "https://vault.example:8200", "path": "secret", "version": "v2", "method": "kubernetes",
		"role": "app", "auth_mount": "kubernetes", "service_account": "app", "audiences": [], "open": false,
		"allowed_namespaces": [], "tls_skip": null, "credentials": [], "copies": false, "at": at,
	},
	"harness_connectors": {
		"scope": "account", "organization": "", "project": "", "identifier": "vault_prod", "type": "Vault",
		"address": "https://vault.example:8200", "secret_refs": {}, "secret_values": {}, "selectors": ["prod"],
		"settings": {}, "lines": {}, "at": at,
	},
	"harness_secrets": {
		"scope": "account", "organization": "", "project": "", "identifier": "vault_token", "type": "SecretText",
		"manager": "harnessSecretManager", "value_type": "Reference", "value": "absent", "lines": {}, "at": at,
	},
	"chart_values": {"use": "override", "key": "db.password", "value": "reference", "target": "", "at": at},
	"commands": {
		"subject": "script", "program": "", "verbs": [], "flags": [], "settings": [], "variables": [], "files": [],
		"addresses": [], "input": "", "output": "", "pipes_to": "", "ignored": false, "at": at,
	},
	"pipelines": {
		"system": "github", "name": "ci", "triggers": ["push"], "permissions": {}, "variables": [], "jobs": [],
		"at": at,
	},
	"image_steps": {
		"stage": "0", "shipped": true, "instruction": "RUN", "name": "", "value": "absent", "variables": [],
		"sources": [], "target": "", "mounts": [], "credentials": false, "at": at,
	},
	"compose_services": {
		"name": "app", "image": "shop/app:1", "variables": [], "files": [], "privileged": null, "at": at,
	},
	"repository_files": {"kind": "owners", "lines": [], "at": at},
	"weak_connections": {"key": "url", "setting": "sslmode=disable", "credentials": false, "at": at},
	"charts": {"name": "shop", "version": "1.0.0", "dependencies": [], "at": at},
	"releases": {
		"via": "helm", "name": "shop", "namespace": "shop", "chart": "shop", "version": "1.0.0", "values": [],
		"sets": [], "switches": {}, "at": at,
	},
	"chart_settings": {"use": "override", "key": "", "value": "", "at": at},
	"template_uses": {"kind": "pair", "value": "auth.password", "other": "auth.existingSecret", "at": at},
	"loader_databases": {
		"loader": "global.externalSecretsLoader", "name": "postgres", "enabled": true, "engine": "", "path": "",
		"dynamic": null, "role": "", "installed": null, "lines": {}, "at": at,
	},
	"cloud_resources": {"type": "", "name": "app", "settings": {}, "statements": [], "lines": {}, "at": at},
	"server_blocks": {"kind": "listener", "label": "tcp", "settings": {}, "secrets": {}, "lines": {}, "at": at},
	"namespaces": {"name": "shop", "labels": {}, "at": at},
	"network_policies": {
		"namespace": "shop", "name": "deny", "every_pod": true, "types": ["Ingress"], "open_ingress": false,
		"at": at,
	},
	"peer_authentications": {"namespace": "shop", "name": "default", "mode": "STRICT", "at": at},
	"etcd_encryptions": {"resources": ["secrets"], "providers": ["aescbc", "identity"], "at": at},
	"harness_settings": {"name": "Inject database secrets at runtime", "value": "true", "at": at},
	"pachyderm_pipelines": {"name": "count", "secrets": [], "image_pull_secrets": [], "variables": [], "at": at},
	"encrypted_files": {"tool": "sops", "authenticated": true, "recipients": [], "clear_keys": [], "at": at},
	"decryption_keys": {"tool": "ansible-vault", "at": at},
}

setting(name, value) := {"name": name, "value": value, "reference": "", "line": 14, "column": 9}

job := {
	"name": "build", "image": "", "uses": "", "permissions": {}, "inherits_secrets": false,
	"ignores_failure": false, "variables": [], "credentials": [], "steps": [], "line": 7, "column": 3,
}

step := {
	"name": "", "uses": "", "settings": {}, "variables": [], "references": [], "ignores_failure": false,
	"line": 10, "column": 7,
}

# A pipeline that a secret is given to.
secret_pipeline := one("pipelines", {"jobs": [object.union(job, {"variables": [object.union(
	setting("TOKEN", "reference"),
	{"reference": "secrets.TOKEN"},
)]})]})

# One leaked credential at these files, changed as the test wants it.
found(files, changes) := {"findings": [object.union(
	{
		"rule": "generic-password",
		"title": "Database password",
		"severity": "high",
		"confidence": "high",
		"grade": "contextual",
		"fingerprint": "00",
		"holder": "",
		"state": "head",
		"history": null,
		"places": [{"file": file, "line": 1, "column": 5, "past": false} | some file in files],
	},
	changes,
)]}
