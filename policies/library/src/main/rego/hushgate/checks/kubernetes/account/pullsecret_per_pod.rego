# METADATA
# title: Pods repeat a pull secret that belongs to their account
# description: Repeated references spread over manifests and outlive the credential.
# related_resources:
# - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account
# custom:
#   id: K8S-PULLSECRET-PER-POD
#   severity: info
#   confidence: medium
#   remedy: Name the pull secret once, under imagePullSecrets of the service account.
package hushgate.checks.kubernetes.account.pullsecret_per_pod

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some secret in workload.image_pull_secrets
	name := kubernetes.account(workload)
	some index in kubernetes.accounts[name]
	account := data.estate.service_accounts[index]
	kubernetes.same_namespace(account.namespace, workload.namespace)
	not secret in account.image_pull_secrets
	result := {
		"message": sprintf("%s %s names pull secret %s, its service account %s does not", [workload.kind, workload.name, secret, name]),
		"at": place.of(workload),
	}
}
