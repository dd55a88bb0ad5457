# METADATA
# title: The key behind stored secrets is destroyed
# description: >-
#   What the key encrypted can never be read again; a secret manager that uses it loses every
#   secret.
# related_resources:
# - https://cloud.google.com/kms/docs/destroy-restore
# custom:
#   id: HAR-KMS-VERSION-DESTROYED
#   severity: critical
#   confidence: medium
#   remedy: Disable the version first, wait, and destroy it only when nothing refers to it.
package hushgate.checks.shell.kms_destroyed

import data.hushgate.place

violation contains result if {
	some [message, at] in destroyed
	result := {"message": message, "at": at}
}

destroyed contains [sprintf("%s destroys a key", [concat(" ", array.concat([command.program], command.verbs))]), place.of(command)] if {
	some command in data.estate.commands
	destroys(command)
}

destroyed contains [sprintf("%s.%s is in state %s", [resource.type, resource.name, resource.settings.state]), place.of(resource)] if {
	some resource in data.estate.cloud_resources
	resource.type == "google_kms_crypto_key_version"
	resource.settings.state in {"DESTROYED", "DESTROY_SCHEDULED"}
}

destroys(command) if {
	command.program == "gcloud"
	array.slice(command.verbs, 0, 3) == ["kms", "keys", "versions"]
	"destroy" in command.verbs
}

destroys(command) if {
	command.program == "aws"
	command.verbs == ["kms", "schedule-key-deletion"]
}
