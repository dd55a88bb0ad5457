# METADATA
# title: A pod carries a token that it has no rights for
# description: >-
#   A token without a binding serves nobody but a thief, who gains an identity to log in with
#   elsewhere.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/service-accounts
# custom:
#   id: K8S-AUTOMOUNT
#   severity: low
#   confidence: low
#   absence: rbac_bindings
#   remedy: Set automountServiceAccountToken to false.
package hushgate.checks.kubernetes.workload.automount

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some workload in data.estate.workloads
	workload.automount == null
	name := kubernetes.account(workload)
	name != "default"
	text.is_known(name)
	some index in kubernetes.accounts[name]
	account := data.estate.service_accounts[index]
	kubernetes.same_namespace(account.namespace, workload.namespace)
	account.automount == null
	count(account.annotations) == 0
	count(kubernetes.bindings(workload.namespace, name)) == 0
	count([volume | some volume in workload.volumes; volume.type == "csi"]) == 0
	count([key | some key in workload.annotation_keys; contains(key, "vault")]) == 0
	result := {
		"message": sprintf("%s %s gets the token of %s, to which nothing is bound", [workload.kind, workload.name, name]),
		"at": place.lonely(workload, "rbac_bindings"),
	}
}
