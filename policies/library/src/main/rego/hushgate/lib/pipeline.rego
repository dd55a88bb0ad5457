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

# Steps and words that stand for a scanner of secrets or of policies.
is_gate(step) if names_gate(step.uses)

names_gate(text) if {
	some program in limits.gate_programs
	contains(lower(text), program)
}
