# METADATA
# title: Vault's audit log leaves secrets or accessors unhashed
# description: >-
#   Keys that are exempt from hashing are logged as they are; an accessor revokes and looks up
#   its token.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/audit
# custom:
#   id: VLT-AUDIT-NONHMAC
#   severity: high
#   confidence: high
#   remedy: >-
#     Set hmac_accessor to true and take the names of secrets off the mount's audit_non_hmac
#     lists.
package hushgate.checks.vault.audit.nonhmac

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some [message, at] in flaws
	result := {"message": message, "at": at}
}

flaws contains [sprintf("audit device %s logs accessors", [device.path]), place.of(device)] if {
	some device in data.estate.vault_audit_devices
	device.hmac_accessor == false
}

flaws contains [sprintf("mount %s has %s logged unhashed", [mount.path, key]), place.of(mount)] if {
	some mount in data.estate.vault_mounts
	some key in mount.plain_keys
	text.names_secret(key)
}
