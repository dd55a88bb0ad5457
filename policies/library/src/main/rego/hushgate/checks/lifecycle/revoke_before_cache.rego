# METADATA
# title: An old secret is revoked right after the new one is written
# description: Whoever cached the old value, Harness for half an hour, fails until the cache runs out.
# related_resources:
# - https://developer.harness.io/docs/platform/secrets/secrets-management/harness-secret-manager-overview
# custom:
#   id: LIF-REVOKE-BEFORE-CACHE
#   severity: low
#   confidence: low
#   remedy: Wait for the longest cache between the two steps.
package hushgate.checks.lifecycle.revoke_before_cache

import data.hushgate.place

violation contains result if {
	some write in data.estate.commands
	startswith(write.subject, "pipeline")
	is_write(write)
	some revoke in data.estate.commands
	revoke.at.file == write.at.file
	revoke.at.line > write.at.line
	is_revoke(revoke)
	count([wait | some wait in data.estate.commands; wait.at.file == write.at.file; wait.program == "sleep"]) == 0
	result := {
		"message": sprintf("%s revokes what %s has just replaced", [revoke.program, write.program]),
		"at": place.of(revoke),
		"related": [{"at": place.of(write), "message": "the new value"}],
	}
}

is_write(command) if {
	command.program in {"vault", "bao"}
	command.verbs == ["kv", "put"]
}

is_write(command) if {
	command.program == "gcloud"
	array.slice(command.verbs, 0, 3) == ["secrets", "versions", "add"]
}

is_revoke(command) if {
	command.program == "gcloud"
	array.slice(command.verbs, 0, 2) == ["secrets", "versions"]
	some verb in command.verbs
	verb in {"disable", "destroy"}
}

is_revoke(command) if {
	command.program == "aws"
	command.verbs == ["iam", "delete-access-key"]
}
