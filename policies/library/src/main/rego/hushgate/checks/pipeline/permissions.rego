# METADATA
# title: A workflow has more rights than it needs
# description: >-
#   Every action and script of the job holds the token, and may do with it what the workflow
#   may.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-PERMISSIONS
#   severity: medium
#   confidence: high
#   remedy: >-
#     Set permissions to contents: read for the workflow and add single scopes to the job that
#     needs them.
package hushgate.checks.pipeline.permissions

import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	fact.system == "github"
	some [message, part] in wide(fact)
	result := {"message": message, "at": place.inside(fact, part)}
}

wide(fact) := ({[message, part] |
	fact.permissions["*"] == "write-all"
	message := "the workflow may write everything"
	part := {"line": fact.at.line, "column": fact.at.column}
} | {[message, job] |
	some job in fact.jobs
	job.permissions["*"] == "write-all"
	message := sprintf("job %s may write everything", [job.name])
}) | {[message, part] |
	fact.permissions == {}
	count([job | some job in fact.jobs; job.permissions == {}]) > 0
	message := "the workflow says nothing of permissions and gets the repository's default"
	part := {"line": fact.at.line, "column": fact.at.column}
}
