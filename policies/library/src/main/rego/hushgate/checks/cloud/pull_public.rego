# METADATA
# title: Everybody may pull the images
# description: Whatever a layer ever held is the world's.
# related_resources:
# - https://cloud.google.com/artifact-registry/docs/access-control
# custom:
#   id: REG-PULL-PUBLIC
#   severity: medium
#   confidence: high
#   remedy: Name the accounts that pull.
package hushgate.checks.cloud.pull_public

import data.hushgate.place

violation contains result if {
	some resource in data.estate.cloud_resources
	regex.match(`^(google_artifact_registry_repository_iam_|google_storage_bucket_iam_|google_secret_manager_secret_iam_|google_kms_crypto_key_iam_|aws_ecr)`, resource.type)
	some statement in resource.statements
	statement in {"allUsers", "allAuthenticatedUsers", "principal=*"}
	result := {"message": sprintf("%s.%s grants to %s", [resource.type, resource.name, statement]), "at": place.of(resource)}
}
