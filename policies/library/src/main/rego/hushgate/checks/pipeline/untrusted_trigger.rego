# METADATA
# title: A workflow runs a stranger's code with secrets
# description: >-
#   Anybody who opens a pull request from a fork runs code that holds the repository's token and
#   secrets.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-UNTRUSTED-TRIGGER
#   severity: critical
#   confidence: high
#   remedy: >-
#     Use pull_request, or split the workflow so that the part with secrets checks nothing of
#     the fork out.
package hushgate.checks.pipeline.untrusted_trigger

import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	some trigger in fact.triggers
	trigger in {"pull_request_target", "workflow_run"}
	some job in fact.jobs
	some step in job.steps
	regex.match(`^actions/checkout(@|$)`, step.uses)
	regex.match(`pull_request\.head|head_ref|workflow_run\.head|refs/pull|event\.number`, object.get(step.settings, "ref", ""))
	result := {
		"message": sprintf("job %s checks the head out on %s", [job.name, trigger]),
		"at": place.inside(fact, step),
	}
}
