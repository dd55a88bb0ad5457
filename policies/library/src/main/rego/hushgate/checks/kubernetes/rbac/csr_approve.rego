# METADATA
# title: A Kubernetes role approves certificates
# description: Whoever approves certificate requests approves its own for any user or group.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-CSR-APPROVE
#   severity: critical
#   confidence: high
#   remedy: Remove the rule, or limit it with resourceNames to one signer.
package hushgate.checks.kubernetes.rbac.csr_approve

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	approves(rule)
	count(rule.resource_names) == 0
	result := {
		"message": sprintf("%s %s approves certificate requests", [rbac.kind(role), role.name]),
		"at": place.inside(role, rule),
	}
}

approves(rule) if {
	rbac.names(rule, "certificatesigningrequests/approval")
	some verb in rule.verbs
	verb in {"update", "patch", "*"}
}

approves(rule) if {
	rbac.names(rule, "signers")
	some verb in rule.verbs
	verb in {"approve", "sign", "*"}
}
