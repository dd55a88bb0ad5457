# METADATA
# title: Somebody tried many doors of Vault
# description: >-
#   Many refused requests within minutes are a search for what a stolen token opens, or a policy that lacks what an
#   application needs.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: AUD-DENIED-BURST
#   severity: medium
#   confidence: medium
#   remedy: >-
#     Look at what was asked for; hushgate access --granted-vs-used --audit-log tells whether a grant is missing. If
#     not, revoke the tokens of the role.
package hushgate.checks.audit.denied_burst

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some burst in data.estate.audit_bursts
	burst.denied > limits.audit.denied
	result := {
		"message": sprintf("%s was refused %d times within ten minutes from %s on", [burst.subject, burst.denied, burst.start]),
		"at": place.of(burst),
	}
}
