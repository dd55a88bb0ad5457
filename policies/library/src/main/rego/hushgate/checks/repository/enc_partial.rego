# METADATA
# title: An encrypted file leaves a secret in the clear
# description: The selection of what is encrypted misses a key that is called like a secret.
# related_resources:
# - https://getsops.io/docs
# custom:
#   id: ENC-PARTIAL
#   severity: medium
#   confidence: high
#   remedy: Widen encrypted_regex, drop unencrypted_suffix, and rotate the value.
package hushgate.checks.repository.enc_partial

import data.hushgate.place

violation contains result if {
	some file in data.estate.encrypted_files
	count(file.clear_keys) > 0
	result := {"message": sprintf("%s left %s in the clear", [file.tool, concat(", ", file.clear_keys)]), "at": place.of(file)}
}
