# METADATA
# title: Every pod may talk to Vault
# description: A stolen token is of use only where Vault can be reached.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: K8S-NETPOL-VAULT-OPEN
#   severity: info
#   confidence: low
#   absence: network_policies
#   remedy: Admit the namespaces that use Vault by a NetworkPolicy.
package hushgate.checks.kubernetes.cluster.netpol_vault_open

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	workload.kind == "StatefulSet"
	regex.match(`^(vault|openbao|bao)$`, workload.name)
	guards := [policy |
		some policy in data.estate.network_policies
		policy.namespace in {workload.namespace, ""}
		"Ingress" in policy.types
		not policy.open_ingress
	]
	count(guards) == 0
	result := {"message": sprintf("no NetworkPolicy limits who reaches %s", [workload.name]), "at": place.lonely(workload, "network_policies")}
}
