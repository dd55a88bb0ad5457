# METADATA
# title: The Vault agent hands its token to the application
# description: >-
#   The application, and whoever breaks into it, can ask Vault for all that the role allows, not
#   only for what was rendered.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/injector/annotations
# custom:
#   id: VLT-INJ-TOKEN
#   severity: medium
#   confidence: high
#   remedy: Remove agent-inject-token and agent-share-process-namespace, and log in by kubernetes.
package hushgate.checks.vault.injector.token

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some key in ["vault.hashicorp.com/agent-inject-token", "vault.hashicorp.com/agent-share-process-namespace"]
	workload.annotations[key] == "true"
	result := {"message": sprintf("%s %s sets %s", [workload.kind, workload.name, key]), "at": place.of(workload)}
}
