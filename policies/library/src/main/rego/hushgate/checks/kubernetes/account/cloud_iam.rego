# METADATA
# title: A service account is an identity of a cloud
# description: Whoever may run a pod as the account has the rights of the cloud's role.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-SA-CLOUD-IAM
#   severity: info
#   confidence: high
#   remedy: Review the rights of the cloud's role together with those in the cluster.
package hushgate.checks.kubernetes.account.cloud_iam

import data.hushgate.place

violation contains result if {
	some account in data.estate.service_accounts
	some key, value in account.annotations
	regex.match(`^(eks\.amazonaws\.com/role-arn|iam\.gke\.io/gcp-service-account|azure\.workload\.identity/client-id)$`, key)
	result := {"message": sprintf("service account %s is %s", [account.name, value]), "at": place.of(account)}
}
