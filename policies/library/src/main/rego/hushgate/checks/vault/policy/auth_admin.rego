# METADATA
# title: A Vault policy can create a way to log in
# description: >-
#   Whoever writes the roles, users or configuration of an auth method can log in as anybody that
#   the method admits.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-AUTH-ADMIN
#   severity: critical
#   confidence: high
#   remedy: >-
#     Keep auth configuration in reviewed infrastructure code; a workload needs no more than its
#     login path.
package hushgate.checks.vault.policy.auth_admin

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.writes(rule)
	some area in {"auth/+/role", "auth/+/roles", "auth/+/config", "auth/+/users", "auth/+/groups", "auth/+/map"}
	not pattern.matches_everything(rule.path)
	pattern.touches(rule.path, area)
	not is_secret_id(rule.path)
	not own_token_role(rule.path)
	result := {
		"message": sprintf("path \"%s\" of policy %s can change who may log in", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}

# Handing out secret ids of one role is what a broker does; another check looks at it.
is_secret_id(path) if endswith(path, "/secret-id")

# Token roles have a check of their own.
own_token_role(path) if startswith(pattern.normal(path), "auth/token/")
