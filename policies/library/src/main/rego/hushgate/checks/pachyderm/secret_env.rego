# METADATA
# title: A Pachyderm pipeline takes a secret as a variable
# description: Variables reach every child process and the pipeline's logs.
# related_resources:
# - https://docs.pachyderm.com/latest/build-dags/pipeline-spec
# custom:
#   id: PACH-SECRET-ENV
#   severity: low
#   confidence: high
#   remedy: Mount the Secret and read the file.
package hushgate.checks.pachyderm.secret_env

import data.hushgate.place

violation contains result if {
	some pipeline in data.estate.pachyderm_pipelines
	some secret in pipeline.secrets
	secret.variable != ""
	result := {"message": sprintf("pipeline %s takes %s as %s", [pipeline.name, secret.name, secret.variable]), "at": place.inside(pipeline, secret)}
}
