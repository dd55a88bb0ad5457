# METADATA
# title: A service-account token that never ends
# description: >-
#   A Secret of this type holds a token without expiry and audience, readable by whoever reads
#   Secrets.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-SA-TOKEN-SECRET
#   severity: high
#   confidence: high
#   remedy: Delete it and request bound tokens (kubectl create token, projected volumes).
package hushgate.checks.kubernetes.secret.sa_token

import data.hushgate.place

violation contains result if {
	some secret in data.estate.secret_objects
	secret.type == "kubernetes.io/service-account-token"
	result := {
		"message": sprintf("Secret %s holds a token of service account %s for ever", [secret.name, secret.service_account]),
		"at": place.of(secret),
	}
}
