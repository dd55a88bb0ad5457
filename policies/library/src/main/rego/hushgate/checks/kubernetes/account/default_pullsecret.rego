# METADATA
# title: The default service account carries a pull secret
# description: Every pod of the namespace that names no account gets the registry's credential.
# related_resources:
# - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account
# custom:
#   id: K8S-SA-DEFAULT-PULLSECRET
#   severity: low
#   confidence: high
#   remedy: Put the pull secret on a service account of its own.
package hushgate.checks.kubernetes.account.default_pullsecret

import data.hushgate.place

violation contains result if {
	some account in data.estate.service_accounts
	account.name == "default"
	count(account.image_pull_secrets) > 0
	result := {
		"message": sprintf("the default service account carries %s", [concat(", ", account.image_pull_secrets)]),
		"at": place.of(account),
	}
}
