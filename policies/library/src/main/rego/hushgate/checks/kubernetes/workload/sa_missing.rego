# METADATA
# title: A workload names a service account that nobody makes
# description: >-
#   The pod does not start until somebody makes the account, and whoever does decides about its
#   rights.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-SA-MISSING
#   severity: low
#   confidence: low
#   absence: service_accounts
#   remedy: Correct the name, or add the ServiceAccount.
package hushgate.checks.kubernetes.workload.sa_missing

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some workload in data.estate.workloads
	name := workload.service_account
	name != "default"
	text.is_known(name)
	count(data.estate.service_accounts) > 0
	not kubernetes.has_account(workload.namespace, name)
	result := {
		"message": sprintf("%s %s runs as %s, which no manifest makes", [workload.kind, workload.name, name]),
		"at": place.lonely(workload, "service_accounts"),
	}
}
