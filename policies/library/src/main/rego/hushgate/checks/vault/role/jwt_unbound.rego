# METADATA
# title: A JWT role admits every token of its issuer
# description: >-
#   Without audiences, subject or claims anybody to whom the issuer gives a token gets the policies
#   of the role.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/jwt
# custom:
#   id: VLT-ROLE-JWT-UNBOUND
#   severity: critical
#   confidence: high
#   remedy: Set bound_audiences and bound_subject or bound_claims.
package hushgate.checks.vault.role.jwt_unbound

import data.hushgate.place

violation contains result if {
	some role in data.estate.roles
	role.kind in {"jwt", "oidc"}
	role.claims.subject == ""
	count(role.claims.bound) == 0
	unbound(role)
	result := {
		"message": sprintf("role %s on auth/%s checks neither subject nor claims", [role.name, role.auth_mount]),
		"at": place.of(role),
	}
}

# An audience names the client: that binds people who log in through OIDC, not machines that share an issuer.
unbound(role) if role.kind == "jwt"

unbound(role) if {
	role.kind == "oidc"
	count(role.claims.audiences) == 0
}
