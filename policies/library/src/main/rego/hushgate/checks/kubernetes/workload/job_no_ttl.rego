# METADATA
# title: A finished job keeps its secrets
# description: >-
#   The pod of a finished job stays, with its specification and its volumes, until somebody
#   removes it.
# related_resources:
# - https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished
# custom:
#   id: K8S-JOB-NO-TTL-SECRET
#   severity: low
#   confidence: high
#   remedy: Set ttlSecondsAfterFinished.
package hushgate.checks.kubernetes.workload.job_no_ttl

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	workload.kind == "Job"
	workload.ttl_after_finished == null
	kubernetes.reads_secrets(workload)
	result := {"message": sprintf("Job %s reads secrets and never goes away", [workload.name]), "at": place.of(workload)}
}
