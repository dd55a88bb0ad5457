# METADATA
# title: A Vault policy takes credentials of any role
# description: >-
#   A wildcard below an engine that issues credentials gives those of every role, the administrator
#   among them.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-DYNAMIC-WILDCARD
#   severity: high
#   confidence: high
#   remedy: Name the one role whose credentials are needed.
package hushgate.checks.vault.policy.dynamic_wildcard

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.uses(rule)
	some issuer in {"+/creds/", "+/static-creds/", "+/issue/", "+/sign/", "+/sign-verbatim/", "+/sts/"}
	pattern.is_glob_over(rule.path, issuer)
	issues(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s issues credentials of any role", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

# With + for the kind of path, the mount has to say that it issues something: secret/+/* reads secrets.
issues(path) if split(pattern.normal(path), "/")[1] != "+"

issues(path) if {
	mount := split(pattern.normal(path), "/")[0]
	mount in {"+", "database", "aws", "azure", "gcp", "pki", "ssh", "rabbitmq", "consul", "nomad", "kubernetes", "ldap"}
}

issues(path) if {
	some mount in data.estate.vault_mounts
	mount.path == split(pattern.normal(path), "/")[0]
	not mount.type in {"", "kv", "generic", "cubbyhole", "transit", "totp"}
}
