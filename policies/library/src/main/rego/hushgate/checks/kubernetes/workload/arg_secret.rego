# METADATA
# title: A secret stands on a command line
# description: >-
#   Arguments are readable for every process of the node and stay in the manifest and in events.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-ARG-SECRET
#   severity: high
#   confidence: medium
#   remedy: Give the process a file to read the secret from.
package hushgate.checks.kubernetes.workload.arg_secret

import data.hushgate.place

violation contains result if {
	some workload in data.estate.workloads
	some container in workload.containers
	some [name, line, column] in on_command_line(container)
	result := {
		"message": sprintf("container %s of %s %s gets %s as an argument", [container.name, workload.kind, workload.name, name]),
		"at": place.inside(workload, {"line": line, "column": column}),
	}
}

on_command_line(container) := {[variable.name, variable.line, variable.column] |
	some variable in container.env
	variable.source == "secret"
	variable.name in container.argument_references
} | {[argument.name, argument.line, argument.column] |
	some argument in container.arguments
	argument.value == "literal"
}
