# METADATA
# title: A secret is written and nobody restarts what read it
# description: A process that reads its secrets at the start goes on with the old ones until it fails.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/platform/k8s/injector
# custom:
#   id: LIF-NO-RESTART-AFTER-ROTATE
#   severity: low
#   confidence: low
#   remedy: Restart the workload in the same pipeline, or hang a checksum of the secret on the pod.
package hushgate.checks.shell.no_restart

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program in {"vault", "bao"}
	command.verbs[0] == "kv"
	command.verbs[1] in {"put", "patch"}
	count([other | some other in data.estate.commands; other.at.file == command.at.file; restarts(other)]) == 0
	result := {"message": "a secret is written here and no workload is restarted", "at": place.of(command)}
}

restarts(command) if {
	command.program in {"kubectl", "oc"}
	"rollout" in command.verbs
}

restarts(command) if command.program in {"helm", "helmfile"}
