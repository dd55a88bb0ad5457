# METADATA
# title: Secret files are readable by others
# description: A mode with rights for others gives the secret to every user of the container.
# related_resources:
# - https://kubernetes.io/docs/concepts/configuration/secret
# custom:
#   id: CFG-FILE-MODE
#   severity: medium
#   confidence: medium
#   remedy: Set defaultMode to 0400, or 0440 with fsGroup.
package hushgate.checks.kubernetes.workload.file_mode

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some [name, line, column] in readable(workload)
	result := {
		"message": sprintf("%s of %s %s is readable by others", [name, workload.kind, workload.name]),
		"at": place.inside(workload, {"line": line, "column": column}),
	}
}

readable(workload) := {[sprintf("volume %s", [volume.name]), volume.line, volume.column] |
	some volume in workload.volumes
	volume.type in {"secret", "token", "csi"}
	volume.mode != null
	bits.and(volume.mode, 7) > 0
} | {[sprintf("the file of annotation %s", [key]), workload.at.line, workload.at.column] |
	some key, mode in workload.annotations
	startswith(key, "vault.hashicorp.com/agent-inject-perms-")
	regex.match(`[1-7]$`, mode)
}
