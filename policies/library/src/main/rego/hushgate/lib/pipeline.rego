# METADATA
# description: What pipelines are given and what they check with.
package hushgate.pipeline

import data.hushgate.limits

# All variables of a pipeline, of its jobs and of their steps.
variables(fact) := ({variable | some variable in fact.variables} | {variable |
	some job in fact.jobs
	some variable in array.concat(job.variables, job.credentials)
}) | {variable |
	some job in fact.jobs
	some step in job.steps
	some variable in step.variables
}

# Files whose pipelines use secrets.
secret_files contains fact.at.file if {
	some fact in data.estate.pipelines
	some variable in variables(fact)
	is_secret(variable.reference)
}

secret_files contains fact.at.file if {
	some fact in data.estate.pipelines
	some job in fact.jobs
	some step in job.steps
	some reference in step.references
	is_secret(reference)
}

is_secret(reference) if regex.match(`(?i)(^|\W)secrets\.|(token|passw|secret|credential)`, reference)

uses_secrets(file) if file in secret_files

# Tells whether a secret is within reach of the command: given to the pipeline, to its job or to its step. Where the
# step is not known, the whole file counts.
has_secrets(command) if {
	uses_secrets(command.at.file)
	count(steps_of(command)) == 0
}

has_secrets(command) if {
	some [fact, job, step] in steps_of(command)
	given := array.concat(array.concat(fact.variables, job.variables), array.concat(job.credentials, step.variables))
	some reference in array.concat([variable.reference | some variable in given], step.references)
	is_secret(reference)
}

# The steps that a command may be of, each with its job and pipeline; their names are in its subject.
steps_of(command) := {[fact, job, step] |
	some fact in data.estate.pipelines
	fact.at.file == command.at.file
	some job in fact.jobs
	some step in job.steps
	command.subject == trim_suffix(sprintf("pipeline/%s/%s", [job.name, step.name]), "/")
}

# Steps and words that stand for a scanner of secrets or of policies.
is_gate(step) if names_gate(step.uses)

names_gate(text) if {
	some program in limits.gate_programs
	contains(lower(text), program)
}
