# METADATA
# title: A known subject asked Vault for something new
# description: >-
#   After a week a log knows what an application reads. A path that it never asked for before is a change of the
#   application, or somebody else with its token.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: AUD-NEW-PATH
#   severity: medium
#   confidence: low
#   remedy: Ask the owner of the application whether the change is theirs; if not, revoke the tokens of the role.
package hushgate.checks.audit.new_path

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some access in data.estate.audit_accesses
	access.known_hours < limits.audit.baseline_hours
	access.hours >= limits.audit.baseline_hours
	not regex.match(limits.housekeeping_paths, access.path)
	result := {
		"message": sprintf("%s asked to %s %s for the first time at %s", [access.subject, access.operation, access.path, access.time]),
		"at": place.of(access),
	}
}
