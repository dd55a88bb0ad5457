# METADATA
# title: A Vault policy speaks another KV version than its mount
# description: The grant matches no request, and such failures get mended by a wildcard.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
# custom:
#   id: XA-KV-VERSION-MISMATCH
#   severity: high
#   confidence: medium
#   remedy: >-
#     On version 2 write data/ for secrets and metadata/ for names after the mount; on version 1
#     neither.
package hushgate.checks.cross.kv_version_mismatch

import data.hushgate.cross
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	path := pattern.normal(rule.path)
	some mount, version in cross.kv_versions
	startswith(path, sprintf("%s/", [mount]))
	inside := substring(path, count(mount) + 1, -1)
	flaw := mismatch(version, inside)
	result := {
		"message": sprintf("path \"%s\" of policy %s %s", [rule.path, policy.name, flaw]),
		"at": place.inside(policy, rule),
	}
}

mismatch(2, inside) := "lacks the data/ or metadata/ of KV version 2" if {
	not regex.match(`^(data|metadata|delete|undelete|destroy|subkeys|config)(/|$|\*)`, inside)
	not regex.match(`^([*+]|$)`, inside)
}

mismatch(1, inside) := "has a data/ that KV version 1 does not know" if regex.match(`^(data|metadata)/`, inside)
