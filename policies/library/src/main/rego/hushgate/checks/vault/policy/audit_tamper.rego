# METADATA
# title: A Vault policy can switch off the audit trail
# description: Whoever writes sys/audit can remove the audit devices and with them the evidence.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# - https://developer.hashicorp.com/vault/docs/concepts/policies
# custom:
#   id: VLT-POL-AUDIT-TAMPER
#   severity: critical
#   confidence: high
#   remedy: Leave audit devices to the operators of Vault; grant read at most.
package hushgate.checks.vault.policy.audit_tamper

import data.hushgate.grants
import data.hushgate.pattern
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	some rule in policy.rules
	grants.alters(rule)
	some area in {"sys/audit", "sys/config/auditing"}
	pattern.lies_in(rule.path, area)
	result := {
		"message": sprintf("path \"%s\" of policy %s can change audit devices", [rule.path, policy.name]),
		"at": place.inside(policy, rule),
	}
}
