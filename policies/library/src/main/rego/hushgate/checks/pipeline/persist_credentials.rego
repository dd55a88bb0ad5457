# METADATA
# title: A checkout leaves its credential in a directory that is uploaded
# description: Whoever downloads the artifact finds the job's token in .git/config.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-PERSIST-CREDENTIALS
#   severity: medium
#   confidence: medium
#   remedy: Set persist-credentials to false, or upload the output directory only.
package hushgate.checks.pipeline.persist_credentials

import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	fact.system == "github"
	some job in fact.jobs
	some checkout in job.steps
	regex.match(`^actions/checkout(@|$)`, checkout.uses)
	object.get(checkout.settings, "persist-credentials", "true") != "false"
	some upload in job.steps
	regex.match(`^actions/upload-artifact(@|$)`, upload.uses)
	object.get(upload.settings, "path", "") in {".", "./", "${{ github.workspace }}", "*", "**"}
	result := {
		"message": sprintf("job %s uploads its work tree with the checkout's credential", [job.name]),
		"at": place.inside(fact, checkout),
		"related": [{"at": place.inside(fact, upload), "message": "the upload"}],
	}
}
