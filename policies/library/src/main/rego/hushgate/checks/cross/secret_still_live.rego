# METADATA
# title: A secret was taken out of a repository and lives on elsewhere
# description: >-
#   It was removed from the files and not replaced: an image, a log or another target of this run
#   still holds the value, and the history gives it to everybody who clones.
# related_resources:
# - https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository
# custom:
#   id: XA-SECRET-STILL-LIVE-AFTER-REMOVAL
#   severity: high
#   confidence: medium
#   remedy: Revoke the value where it was issued and put a new one in its place; removing it again does not help.
package hushgate.checks.cross.secret_still_live

import data.hushgate.findings

violation contains result if {
	some finding in input.findings
	finding.history.in_head == false
	elsewhere := [spot | some spot in finding.places; not spot.past]
	count(elsewhere) > 0
	past := [spot | some spot in finding.places; spot.past]
	result := {
		"message": sprintf("%s is only in the past of a repository, and still stands at %d other places", [finding.title, count(elsewhere)]),
		"at": findings.at(finding, elsewhere[0]),
		"related": [{"at": findings.at(finding, spot), "message": "in the history"} |
			some spot in array.slice(past, 0, findings.most_places)
		],
	}
}
