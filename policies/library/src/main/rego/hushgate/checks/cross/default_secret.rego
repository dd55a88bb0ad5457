# METADATA
# title: A published default serves several places
# description: >-
#   A word that everybody knows is no secret wherever it stands; that several files hold it under one name
#   says that nobody sets another one. It is not followed as a secret that lies in many places.
# related_resources:
# - https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html
# custom:
#   id: XA-DEFAULT-SECRET
#   severity: medium
#   confidence: medium
#   remedy: Generate a value for each installation, and refuse to start with the default.
package hushgate.checks.cross.default_secret

import data.hushgate.findings
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some name, places in weak
	files := {at.file | some at in places}
	count(files) > 1
	sorted := sort(places)
	result := {
		"message": sprintf("%s is a published default in %d files", [name, count(files)]),
		"severity": severity(files),
		"at": sorted[0],
		"related": [{"at": at, "message": "the same default"} | some at in array.slice(sorted, 1, findings.most_places)],
	}
}

# Where production is among them, it is a way in.
severity(files) := "high" if production(files)

severity(files) := "medium" if not production(files)

production(files) if {
	some file in files
	"production" in text.environments(file)
}

weak[plain(parts[count(parts) - 1])] contains place.of(value) if {
	some value in data.estate.chart_values
	value.use == "override"
	value.value == "weak"
	parts := split(value.key, ".")
}

weak[plain(key.name)] contains place.inside(secret, key) if {
	some secret in data.estate.secret_objects
	secret.source == "manifest"
	some key in secret.keys
	key.value == "weak"
	text.names_secret(key.name)
}

weak[plain(variable.name)] contains place.inside(workload, variable) if {
	some workload in data.estate.workloads
	some container in workload.containers
	some variable in container.env
	variable.value == "weak"
	text.names_secret(variable.name)
}

# DB_PASSWORD and db-password are one name.
plain(name) := regex.replace(lower(name), `[^a-z0-9]`, "")
