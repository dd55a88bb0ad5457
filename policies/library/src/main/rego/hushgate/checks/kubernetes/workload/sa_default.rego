# METADATA
# title: A workload runs as the default service account
# description: >-
#   Whatever is ever granted to the account is granted to every pod of the namespace that has
#   none of its own.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-SA-DEFAULT-USED
#   severity: medium
#   confidence: high
#   remedy: Make a service account for the workload, or set automountServiceAccountToken to false.
package hushgate.checks.kubernetes.workload.sa_default

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	kubernetes.account(workload) == "default"
	workload.automount != false
	kubernetes.reads_secrets(workload)
	result := {
		"message": sprintf("%s %s reads secrets and runs as the default service account", [workload.kind, workload.name]),
		"at": place.of(workload),
	}
}
