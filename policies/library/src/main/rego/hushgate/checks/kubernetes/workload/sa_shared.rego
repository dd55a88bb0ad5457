# METADATA
# title: Several workloads share a service account
# description: Each of them can read what any of them may; the logs cannot tell them apart.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: K8S-SA-SHARED
#   severity: low
#   confidence: medium
#   remedy: Give each workload a service account of its own.
package hushgate.checks.kubernetes.workload.sa_shared

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some workload in data.estate.workloads
	name := kubernetes.account(workload)
	name != "default"
	text.is_known(name)
	others := [other |
		some index in kubernetes.workload_accounts[name]
		other := data.estate.workloads[index]
		other.namespace == workload.namespace
		other.name != workload.name
		not same_manifest(other, workload)
		kubernetes.reads_secrets(other)
	]
	count(others) > 0
	kubernetes.reads_secrets(workload)
	every other in others {
		other.name > workload.name
	}
	result := {
		"message": sprintf("%s %s and %d more run as %s", [workload.kind, workload.name, count(others), name]),
		"at": place.of(workload),
		"related": [{"at": place.of(other), "message": "runs as the same account"} | some other in others],
	}
}

# Shards of one template.
same_manifest(one, other) if {
	one.at.file == other.at.file
	one.at.line == other.at.line
}
