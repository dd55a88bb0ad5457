# METADATA
# title: A pipeline hands all its secrets on
# description: >-
#   Whatever is called gets every secret of the repository and the organisation, those of
#   tomorrow included.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-SECRETS-INHERIT
#   severity: medium
#   confidence: high
#   remedy: Name the secrets that are needed.
package hushgate.checks.pipeline.secrets_inherit

import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	some [message, part] in handed(fact)
	result := {"message": message, "at": place.inside(fact, part)}
}

handed(fact) := {[message, job] |
	some job in fact.jobs
	job.inherits_secrets
	message := sprintf("job %s hands all secrets to %s", [job.name, job.uses])
} | {[message, step] |
	some job in fact.jobs
	some step in job.steps
	some reference in step.references
	regex.match(`(?i)tojson\(\s*secrets\s*\)`, reference)
	message := sprintf("a step of job %s takes all secrets", [job.name])
}
