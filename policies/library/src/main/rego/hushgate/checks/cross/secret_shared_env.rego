# METADATA
# title: Production shares a secret with another environment
# description: >-
#   Whoever has the lesser environment has production. The places are told by the words of their
#   paths; the value itself is in no report.
# related_resources:
# - https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
# custom:
#   id: XA-SECRET-SHARED-ENV
#   severity: high
#   confidence: medium
#   remedy: Make a new value for production, then revoke this one everywhere.
package hushgate.checks.cross.secret_shared_env

import data.hushgate.findings
import data.hushgate.text

violation contains result if {
	some finding in input.findings
	tagged := [{"place": spot, "environments": found} |
		some spot in finding.places
		found := text.environments(spot.file)
		count(found) > 0
	]
	found := {environment | some one in tagged; some environment in one.environments}
	count(found) > 1
	"production" in found
	first := [one.place | some one in tagged; "production" in one.environments][0]
	result := {
		"message": sprintf("one %s serves %s", [finding.title, concat(" and ", sort(found))]),
		"at": findings.at(finding, first),
		"related": [{"at": findings.at(finding, one.place), "message": concat(", ", sort(one.environments))} |
			some one in array.slice(tagged, 0, findings.most_places)
			one.place != first
		],
	}
}
