# METADATA
# title: No audit device of Vault is in sight
# description: Without an audit log nobody learns who read what.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: VLT-AUDIT-MISSING
#   severity: medium
#   confidence: low
#   absence: vault_audit_devices
#   remedy: >-
#     Enable two audit devices, or declare the facts of vault_audit_devices complete where they
#     are set up elsewhere.
package hushgate.checks.vault.audit.missing

import data.hushgate.place

violation contains result if {
	count(object.get(data.estate, "vault_audit_devices", [])) == 0
	mounts := [mount | some mount in data.estate.vault_auth_mounts; mount.at.confidence == "high"]
	count(mounts) > 0
	result := {
		"message": "auth methods are set up here and no audit device is",
		"at": place.lonely(mounts[0], "vault_audit_devices"),
	}
}
