# METADATA
# title: Vault's audit log goes to its own output alone
# description: Standard output is kept as long as the container's log, by whoever runs the cluster.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: VLT-AUDIT-SINK-WEAK
#   severity: low
#   confidence: low
#   remedy: Add a device that writes to storage with retention and a lock.
package hushgate.checks.vault.audit.sink_weak

import data.hushgate.place

violation contains result if {
	some device in data.estate.vault_audit_devices
	device.file_path in {"stdout", "/dev/stdout", "discard", "/dev/null"}
	count([other | some other in data.estate.vault_audit_devices; not other.file_path in {"stdout", "/dev/stdout", "discard", "/dev/null"}]) == 0
	result := {"message": sprintf("audit device %s writes to %s", [device.path, device.file_path]), "at": place.of(device)}
}
