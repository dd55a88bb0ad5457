# METADATA
# title: An environment lacks a control that its siblings have
# description: The one that was forgotten is the one that is found.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/pod-security-admission
# custom:
#   id: XA-ENV-DRIFT
#   severity: low
#   confidence: low
#   remedy: Put the controls where every environment inherits them.
package hushgate.checks.cross.env_drift

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some policy in data.estate.network_policies
	policy.every_pod
	some environment in text.environments(policy.at.file)
	some sibling, file in folders
	sibling != environment
	not sibling in guarded
	result := {
		"message": sprintf("%s denies traffic by default and %s does not", [environment, sibling]),
		"at": object.union(place.of(policy), {"confidence": "low"}),
		"related": [{"at": {"file": file, "line": 1, "column": 1, "confidence": "low"}, "message": "has none"}],
	}
}

# Environments with workloads, and one file of each.
folders[environment] := file if {
	some environment in {name | some workload in data.estate.workloads; some name in text.environments(workload.at.file)}
	file := min({workload.at.file | some workload in data.estate.workloads; environment in text.environments(workload.at.file)})
}

guarded contains environment if {
	some policy in data.estate.network_policies
	policy.every_pod
	some environment in text.environments(policy.at.file)
}
