# METADATA
# title: A decrypted copy lies beside an encrypted file
# description: The copy makes the encryption useless, in the history for good.
# related_resources:
# - https://getsops.io/docs
# custom:
#   id: ENC-DECRYPTED-COPY
#   severity: critical
#   confidence: medium
#   remedy: Remove it from the history, rotate what it holds, and let git ignore its name.
package hushgate.checks.repository.decrypted_copy

import data.hushgate.place

violation contains result if {
	some file in data.estate.repository_files
	file.kind == "decrypted"
	result := {"message": "a file that a tool decrypted is committed", "at": place.of(file)}
}
