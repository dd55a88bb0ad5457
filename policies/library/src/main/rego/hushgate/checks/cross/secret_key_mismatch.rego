# METADATA
# title: A Secret lacks the key that is read from it
# description: The workload does not start, and the quick remedy is a literal value.
# related_resources:
# - https://kubernetes.io/docs/concepts/configuration/secret
# custom:
#   id: XA-SECRET-KEY-MISMATCH
#   severity: high
#   confidence: medium
#   remedy: Use the key that the chart or the workload reads; documents and charts differ.
package hushgate.checks.cross.secret_key_mismatch

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some [at, who, name, key] in wanted
	index := min({candidate |
		some candidate in kubernetes.secrets[name]
		secret := data.estate.secret_objects[candidate]
		count(secret.keys) > 0
		not apart(at.file, secret.at.file)
	})
	secret := data.estate.secret_objects[index]
	count([twin | some twin in kubernetes.secrets[name]; key in {known.name | some known in data.estate.secret_objects[twin].keys}]) == 0
	result := {
		"message": sprintf("%s reads key %s of Secret %s, which has %s", [who, key, name, concat(", ", [known.name | some known in secret.keys])]),
		"at": at,
		"related": [{"at": place.of(secret), "message": "the Secret"}],
	}
}

wanted contains [place.of(value), value.key, value.target, pair.key] if {
	some value in data.estate.chart_values
	value.target != ""
	some pair in data.hushgate.limits.reference_pairs
	pair.key != ""
	regex.match(sprintf(`(^|\.)%s$`, [pair.reference]), value.key)
}

wanted contains [place.of(ref), ref.subject, ref.secret, ref.key] if {
	some ref in data.estate.secret_refs
	ref.optional != true
	text.is_known(ref.key)
}

# Charts of one repository are installed under names of their own; rendered, they all have the same one.
apart(one, other) if chart(one) != chart(other)

chart(file) := split(split(file, "/templates/")[0], "/charts/")[0] if contains(file, "/templates/")
