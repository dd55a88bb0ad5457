# METADATA
# title: One secret lies in many files
# description: Each copy has readers of its own, and rotation has to find them all.
# related_resources:
# - https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
# custom:
#   id: XA-SECRET-SPREAD
#   severity: medium
#   confidence: medium
#   remedy: Keep it in one secret manager and refer to it from everywhere else.
package hushgate.checks.cross.secret_spread

import data.hushgate.findings
import data.hushgate.limits

violation contains result if {
	some finding in input.findings
	files := {spot.file | some spot in finding.places; not spot.past}
	count(files) >= limits.secret_places
	result := {
		"message": sprintf("%s lies in %d files", [finding.title, count(files)]),
		"at": findings.at(finding, finding.places[0]),
		"related": [{"at": findings.at(finding, spot), "message": "a copy"} |
			some spot in array.slice(finding.places, 1, findings.most_places)
		],
	}
}
