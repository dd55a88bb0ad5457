# METADATA
# title: A service account lists token Secrets
# description: Tokens in Secrets do not expire and have no audience.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-SA-TOKEN-LISTED
#   severity: medium
#   confidence: medium
#   remedy: Remove the entry and the Secret, and use projected tokens.
package hushgate.checks.kubernetes.account.token_listed

import data.hushgate.place

violation contains result if {
	some account in data.estate.service_accounts
	some secret in account.token_secrets
	contains(secret, "token")
	result := {"message": sprintf("service account %s lists Secret %s", [account.name, secret]), "at": place.of(account)}
}
