# METADATA
# title: A Terraform state lies in the repository
# description: >-
#   A state holds every value that its resources were given or returned, passwords and keys in
#   the clear.
# related_resources:
# - https://developer.hashicorp.com/terraform/language/state/sensitive-data
# custom:
#   id: ART-TFSTATE
#   severity: high
#   confidence: high
#   remedy: Move the state to an encrypted backend, remove it from the history and rotate what it holds.
package hushgate.checks.repository.terraform_state

import data.hushgate.place

violation contains result if {
	some file in data.estate.repository_files
	file.kind == "terraform-state"
	result := {"message": "a Terraform state is committed", "at": place.of(file)}
}
