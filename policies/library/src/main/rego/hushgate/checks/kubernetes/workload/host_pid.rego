# METADATA
# title: A pod sees all processes of its node
# description: The environment and open files of every process on the node can be read through /proc.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/pod-security-standards
# custom:
#   id: K8S-HOSTPID
#   severity: high
#   confidence: high
#   remedy: Remove hostPID.
package hushgate.checks.kubernetes.workload.host_pid

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	workload.host.pid == true
	result := {"message": sprintf("%s %s shares the node's processes", [workload.kind, workload.name]), "at": place.of(workload)}
}
