# METADATA
# title: Somebody asked Vault for many secrets at once
# description: >-
#   An application reads its own few secrets. Whoever asks for many within minutes is copying them, or is a backup that
#   should have a role of its own.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: AUD-MASS-READ
#   severity: medium
#   confidence: medium
#   remedy: >-
#     Find out who it was from the log around that time; if it was not meant, revoke the tokens of the role and rotate
#     what it read.
package hushgate.checks.audit.mass_read

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some burst in data.estate.audit_bursts
	burst.paths > limits.audit.paths
	result := {
		"message": sprintf("%s asked for %d paths within ten minutes from %s on", [burst.subject, burst.paths, burst.start]),
		"at": place.of(burst),
	}
}
