# METADATA
# title: A pipeline traces its commands
# description: >-
#   Traced commands are printed with their variables filled in, and a secret among them is
#   printed with them.
# related_resources:
# - https://docs.gitlab.com/ci/variables
# custom:
#   id: CI-TRACE-ENABLED
#   severity: medium
#   confidence: medium
#   remedy: Remove the trace, or switch it off around the commands that use secrets.
package hushgate.checks.pipeline.trace

import data.hushgate.pipeline
import data.hushgate.place

violation contains result if {
	some [message, at] in traced
	result := {"message": message, "at": at}
}

traced contains [sprintf("%s traces commands", [command.program]), place.of(command)] if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program == "set"
	some flag in command.flags
	regex.match(`^-[a-z]*x`, flag)
	pipeline.has_secrets(command)
}

traced contains [sprintf("%s is switched on", [variable.name]), place.inside(fact, variable)] if {
	some fact in data.estate.pipelines
	some variable in pipeline.variables(fact)
	variable.name in {"CI_DEBUG_TRACE", "CI_DEBUG_SERVICES", "ACTIONS_STEP_DEBUG", "ACTIONS_RUNNER_DEBUG", "system.debug", "TF_LOG"}
	variable.value == "literal"
}
