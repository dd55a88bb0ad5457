# METADATA
# title: A container writes a secret to its disk
# description: >-
#   What a script writes to a volume outlives the process that needed it, and with a claim the
#   pod.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-SECRET-TO-PVC
#   severity: medium
#   confidence: medium
#   remedy: Pass the secret on standard input, or write it to a volume in memory.
package hushgate.checks.kubernetes.workload.secret_to_disk

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some command in data.estate.commands
	regex.match(`^(Deployment|StatefulSet|DaemonSet|Job|CronJob|Pod)/`, command.subject)
	command.program in {"echo", "printf", "cat", "tee", "base64"}
	command.output != ""
	not regex.match(`^/(dev|proc)/`, command.output)
	some variable in command.variables
	text.names_secret(variable)
	result := {"message": sprintf("%s writes %s to %s", [command.subject, variable, command.output]), "at": place.of(command)}
}
