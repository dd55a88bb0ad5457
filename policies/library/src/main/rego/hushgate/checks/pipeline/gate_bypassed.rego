# METADATA
# title: A check in a pipeline cannot fail
# description: >-
#   The step runs, complains into the log, and the build goes on with what it complained about.
# related_resources:
# - https://docs.gitlab.com/ci/yaml
# custom:
#   id: CI-GATE-BYPASSED
#   severity: medium
#   confidence: high
#   remedy: Let the step fail the job; accept single findings with a baseline.
package hushgate.checks.pipeline.gate_bypassed

import data.hushgate.limits
import data.hushgate.pipeline
import data.hushgate.place

violation contains result if {
	some [message, at] in bypassed
	result := {"message": message, "at": at}
}

bypassed contains [sprintf("the failure of %s is ignored", [command.program]), place.of(command)] if {
	some command in data.estate.commands
	command.program in limits.gate_programs
	startswith(command.subject, "pipeline")
	command.ignored
}

bypassed contains [sprintf("%s of job %s may fail", [step.uses, job.name]), place.inside(fact, step)] if {
	some fact in data.estate.pipelines
	some job in fact.jobs
	some step in job.steps
	step.ignores_failure
	pipeline.is_gate(step)
}

bypassed contains [sprintf("job %s may fail, which runs %s", [job.name, command.program]), place.inside(fact, job)] if {
	some fact in data.estate.pipelines
	some job in fact.jobs
	job.ignores_failure
	some command in data.estate.commands
	command.at.file == fact.at.file
	startswith(command.subject, sprintf("pipeline/%s", [job.name]))
	command.program in limits.gate_programs
}

bypassed contains ["hooks are switched off for a commit or push", place.of(command)] if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program == "git"
	"--no-verify" in command.flags
}
