# METADATA
# title: A workload's Vault role does not grant what it reads
# description: >-
#   Vault answers permission denied when it starts, and the quick remedy is a wildcard. The message
#   says which pattern decides and why it refuses.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: XA-MISSING-GRANT
#   severity: high
#   confidence: medium
#   remedy: Grant the path to the role, exactly; hushgate access --minimal-policy writes the stanza.
package hushgate.checks.cross.missing_grant

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some grant in data.estate.missing_grants
	text.is_known(grant.path)
	result := {
		"message": sprintf("%s of %s, which %s needs, is not granted to role %s on auth/%s: %s", [grant.operation, grant.path, grant.who, grant.role, grant.auth_mount, grant.reason]),
		"at": surely(grant),
	}
}

# A policy that nobody defines here might grant it.
surely(grant) := place.of(grant) if count(grant.undefined) == 0

surely(grant) := place.lonely(grant, "policies") if count(grant.undefined) > 0
