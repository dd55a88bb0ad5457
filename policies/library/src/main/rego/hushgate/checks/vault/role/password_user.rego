# METADATA
# title: A password logs in to Vault for long
# description: A password is shared, copied and never ends; a long token makes that worse.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: VLT-ROLE-PASSWORD-USER
#   severity: medium
#   confidence: medium
#   remedy: Let people log in by OIDC and machines by their own identity.
package hushgate.checks.vault.role.password_user

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind in {"userpass", "ldap", "radius", "okta"}
	role.kind == "userpass"
	lasts_long(role.token)
	result := {
		"message": sprintf("user %s on auth/%s logs in by password for more than %d seconds", [role.name, role.auth_mount, limits.role.ttl]),
		"at": place.of(role),
	}
}

lasts_long(token) if token.ttl.text == ""

lasts_long(token) if token.ttl.seconds > limits.role.ttl
