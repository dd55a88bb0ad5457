# METADATA
# title: An account can take the token of another and log in to Vault by it
# description: >-
#   Who runs commands in a pod, makes pods or asks for tokens acts as the pod's service account, and
#   Vault cannot tell them apart. The related places are the steps.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks
# - https://developer.hashicorp.com/vault/docs/auth/kubernetes
# custom:
#   id: XA-TOKEN-THEFT-PATH
#   severity: high
#   confidence: medium
#   remedy: Take the first step away, or move what may take it to a namespace without accounts that log in to Vault.
package hushgate.checks.cross.token_theft_path

import data.hushgate.limits
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some subject, thefts in by_subject
	text.is_known(subject)
	theft := data.estate.token_thefts[min(thefts)]
	not is_operator(theft)
	ways := [step.text | some step in theft.steps]
	result := {
		"message": sprintf("%s %s, and so reaches %s%s", [subject, concat(", ", ways), shown(theft.paths), others(count(thefts) - 1)]),
		"at": place.of(theft),
		"related": [{"at": at(step, theft), "message": step.text} | some step in theft.steps; step.file != ""],
	}
}

# One complaint for each subject: the first step is the same, whatever it leads to.
by_subject[who(theft)] contains index if some index, theft in data.estate.token_thefts

others(0) := ""

others(more) := sprintf("; likewise %d more roles", [more]) if more > 0

at(step, theft) := {"file": step.file, "line": step.line, "column": step.column, "confidence": theft.at.confidence}

who(theft) := sprintf("%s/%s", [theft.namespace, theft.subject]) if theft.namespace != ""

who(theft) := sprintf("%s %s", [theft.kind, theft.subject]) if theft.namespace == ""

shown(paths) := concat(", ", paths) if count(paths) < 4

shown(paths) := sprintf("%s and %d more", [concat(", ", array.slice(paths, 0, 2)), count(paths) - 2]) if count(paths) > 3

# What manages pods or tokens for everybody has these rights by its office.
is_operator(theft) if theft.namespace in limits.rbac_shared_namespaces

is_operator(theft) if regex.match(limits.operator_accounts, theft.subject)
