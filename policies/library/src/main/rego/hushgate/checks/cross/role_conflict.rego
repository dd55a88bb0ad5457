# METADATA
# title: A Vault role is defined twice and differently
# description: >-
#   The one that is applied last counts; nobody can say from the files which rights there are.
# related_resources:
# - https://developer.hashicorp.com/vault/api-docs/auth/kubernetes
# custom:
#   id: XA-ROLE-CONFLICT
#   severity: medium
#   confidence: medium
#   remedy: Keep one definition.
package hushgate.checks.cross.role_conflict

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some key, found in cross.roles_by_name
	text.is_known(key)
	count(found) > 1
	firm := [index | some index in found; data.estate.roles[index].at.confidence == "high"]
	some one in firm
	some other in firm
	one < other
	a := data.estate.roles[one]
	b := data.estate.roles[other]
	differing := [setting | some setting in ["policies", "bound", "token"]; differs(a, b, setting)]
	count(differing) > 0
	result := {
		"message": sprintf("role %s on auth/%s is defined twice and differs in %s", [a.name, a.auth_mount, concat(", ", differing)]),
		"at": sure(a, b),
		"related": [{"at": place.of(b), "message": "the other definition"}],
	}
}

# Definitions in different files may be alternatives.
sure(a, b) := place.of(a) if a.at.file == b.at.file

sure(a, b) := object.union(place.of(a), {"confidence": "low"}) if a.at.file != b.at.file

differs(a, b, "policies") if {policy | some policy in a.policies} != {policy | some policy in b.policies}

differs(a, b, setting) if {
	setting != "policies"
	a[setting] != b[setting]
}
