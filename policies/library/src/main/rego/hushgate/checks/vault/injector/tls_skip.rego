# METADATA
# title: The Vault agent of a pod trusts anybody
# description: >-
#   With certificate checks off or plain HTTP, whoever stands between gets the service account's
#   token and every secret.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/injector/annotations
# custom:
#   id: VLT-INJ-TLS-SKIP
#   severity: critical
#   confidence: high
#   remedy: Remove the annotation and give vault.hashicorp.com/ca-cert.
package hushgate.checks.vault.injector.tls_skip

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some [key, value] in [["vault.hashicorp.com/tls-skip-verify", "true"], ["vault.security.banzaicloud.io/vault-skip-verify", "true"]]
	workload.annotations[key] == value
	result := {"message": sprintf("%s %s sets %s", [workload.kind, workload.name, key]), "at": place.of(workload)}
}
