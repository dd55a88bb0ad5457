# METADATA
# title: An encrypted file does not prove that nobody changed it
# description: Without a message authentication code, values can be swapped or dropped unseen.
# related_resources:
# - https://getsops.io/docs
# custom:
#   id: ENC-MAC-MISSING
#   severity: low
#   confidence: high
#   remedy: Encrypt the file anew with a current version.
package hushgate.checks.repository.enc_mac_missing

import data.hushgate.place

violation contains result if {
	some file in data.estate.encrypted_files
	file.authenticated == false
	result := {"message": sprintf("the file of %s has no mac", [file.tool]), "at": place.of(file)}
}
