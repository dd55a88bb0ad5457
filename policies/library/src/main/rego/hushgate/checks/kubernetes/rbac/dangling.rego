# METADATA
# title: A binding names what does not exist
# description: Whoever makes a role or an account of that name gets or gives the rights.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-DANGLING
#   severity: low
#   confidence: low
#   absence: rbac_roles
#   remedy: Remove the binding, or correct the name.
package hushgate.checks.kubernetes.rbac.dangling

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some binding in data.estate.rbac_bindings
	text.is_known(binding.role.name)
	binding.role.kind == "Role"
	not binding.role.name in of_every_cluster
	count(kubernetes.role_of(binding)) == 0
	result := {
		"message": sprintf("%s binds role %s, which no manifest makes", [binding.name, binding.role.name]),
		"at": place.lonely(binding, "rbac_roles"),
	}
}

# Roles of kube-system that API servers make themselves.
of_every_cluster := {"extension-apiserver-authentication-reader"}
