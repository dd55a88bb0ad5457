# METADATA
# title: A Pachyderm pipeline names a secret by half
# description: The pipeline fails or mounts the Secret over something else.
# related_resources:
# - https://docs.pachyderm.com/latest/build-dags/pipeline-spec
# custom:
#   id: PACH-SECRET-FIELDS
#   severity: medium
#   confidence: high
#   remedy: Give a variable with its key, or an absolute directory of its own.
package hushgate.checks.pachyderm.secret_fields

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some pipeline in data.estate.pachyderm_pipelines
	some secret in pipeline.secrets
	some flaw in flaws(secret)
	result := {"message": sprintf("secret %s of pipeline %s %s", [secret.name, pipeline.name, flaw]), "at": place.inside(pipeline, secret)}
}

flaws(secret) := (({"has a variable and no key" |
	secret.variable != ""
	secret.key == ""
} | {"has both a variable and a directory" |
	secret.variable != ""
	secret.path != ""
}) | {"is mounted at a path that is not absolute" |
	secret.path != ""
	not startswith(secret.path, "/")
	text.is_known(secret.path)
}) | {"is mounted over the pipeline's own files" | regex.match(`^/(pfs(/.*)?)?$`, secret.path)}
