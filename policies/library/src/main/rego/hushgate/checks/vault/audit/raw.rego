# METADATA
# title: Vault's audit log holds secrets in the clear
# description: >-
#   With log_raw every secret that is read or written lands in the log and wherever the log
#   goes.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: VLT-AUDIT-RAW
#   severity: critical
#   confidence: high
#   remedy: Set log_raw to false, destroy the logs and rotate what was read while it was on.
package hushgate.checks.vault.audit.raw

import data.hushgate.place

violation contains result if {
	some device in data.estate.vault_audit_devices
	device.log_raw == true
	result := {"message": sprintf("audit device %s logs raw values", [device.path]), "at": place.of(device)}
}

violation contains result if {
	some trail in data.estate.audit_trails
	trail.plain > 0
	result := {"message": sprintf("audit log %s has %d entries with values in the clear", [trail.file, trail.plain]), "at": place.of(trail)}
}
