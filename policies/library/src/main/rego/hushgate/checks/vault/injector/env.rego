# METADATA
# title: The Vault agent renders shell variables
# description: >-
#   Sourced into a shell, the secret is an environment variable again, and a value with shell
#   syntax in it runs.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/injector/annotations
# custom:
#   id: VLT-INJ-ENV
#   severity: medium
#   confidence: high
#   remedy: Render a file in the application's own format and read that.
package hushgate.checks.vault.injector.env

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some key, value in workload.annotations
	startswith(key, "vault.hashicorp.com/agent-inject-template-")
	regex.match(`(?m)^\s*export\s+\w+=`, value)
	result := {
		"message": sprintf("%s %s renders %s for a shell", [workload.kind, workload.name, trim_prefix(key, "vault.hashicorp.com/agent-inject-template-")]),
		"at": place.of(workload),
	}
}
