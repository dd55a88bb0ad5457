# METADATA
# title: A foreign action that sees secrets is not pinned
# description: Whoever moves the tag runs code with the job's secrets.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-UNPINNED
#   severity: medium
#   confidence: high
#   remedy: Pin the action by commit, and let a bot raise the pin.
package hushgate.checks.pipeline.unpinned

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	some job in fact.jobs
	some step in job.steps
	step.uses != ""
	not startswith(step.uses, "./")
	not regex.match(`@[0-9a-f]{40}$|@sha256:|^docker://.*@sha256:`, step.uses)
	owner := split(step.uses, "/")[0]
	not owner in limits.trusted_action_owners
	sees_secrets(step)
	result := {"message": sprintf("%s gets secrets and is not pinned by commit", [step.uses]), "at": place.inside(fact, step)}
}

sees_secrets(step) if {
	some reference in step.references
	startswith(reference, "secrets.")
}
