# METADATA
# title: A Kubernetes role reaches the kubelet
# description: >-
#   nodes/proxy talks to the kubelet directly, which runs commands in pods and is not audited by the
#   API server.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/rbac-good-practices
# custom:
#   id: RBAC-NODE-PROXY
#   severity: high
#   confidence: high
#   remedy: Grant nodes/metrics or nodes/stats instead.
package hushgate.checks.kubernetes.rbac.node_proxy

import data.hushgate.place
import data.hushgate.rbac

violation contains result if {
	some role in data.estate.rbac_roles
	not rbac.is_builtin(role)
	some rule in role.rules
	rbac.names(rule, "nodes/proxy")
	not "<verb>" in rule.verbs
	result := {
		"message": sprintf("%s %s reaches the kubelet of every node", [rbac.kind(role), role.name]),
		"at": place.inside(role, rule),
	}
}
