# METADATA
# title: One value has several names
# description: >-
#   What several services keep under names of their own is one secret: whoever has the least of them has
#   all, and rotation of one breaks the others.
# related_resources:
# - https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
# custom:
#   id: XA-SECRET-CROSS-SERVICE
#   severity: medium
#   confidence: medium
#   remedy: Make a value of its own for each name; where two sides need one value, refer to one secret.
package hushgate.checks.cross.secret_cross_service

import data.hushgate.findings

violation contains result if {
	some finding in input.findings
	called := [{"place": spot, "name": name} |
		some spot in finding.places
		not spot.past
		some name in names[[spot.file, spot.line]]
	]
	different := {plain(one.name) | some one in called}
	count(different) > 1
	told := sort({one.name | some one in called})
	result := {
		"message": sprintf("one %s is called %s", [finding.title, concat(", ", array.slice(told, 0, most_named))]),
		"at": findings.at(finding, called[0].place),
		"related": [{"at": findings.at(finding, one.place), "message": one.name} |
			some one in array.slice(called, 1, findings.most_places)
		],
	}
}

# Names that a message tells; all are among the related places.
most_named := 4

# The names under which configuration keeps something, by file and line.
names[[object.at.file, key.line]] contains key.name if {
	some object in data.estate.config_objects
	some key in object.keys
}

names[[object.at.file, key.line]] contains key.name if {
	some object in data.estate.secret_objects
	some key in object.keys
}

names[[value.at.file, value.at.line]] contains name if {
	some value in data.estate.chart_values
	parts := split(value.key, ".")
	name := concat(".", array.slice(parts, max([0, count(parts) - 2]), count(parts)))
}

# DB_PASSWORD, db.password and dbPassword are one name.
plain(name) := regex.replace(lower(name), `[^a-z0-9]`, "")
