# METADATA
# title: A pipeline prints a private key
# description: The log keeps the key for everybody who may read it.
# related_resources:
# - https://docs.zizmor.sh/audits
# custom:
#   id: CI-PRIVKEY-CAT
#   severity: high
#   confidence: medium
#   remedy: Print the public half.
package hushgate.checks.pipeline.privkey_cat

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	startswith(command.subject, "pipeline")
	command.program == "cat"
	command.output == ""
	command.pipes_to == ""
	some file in command.files
	is_private(command, file)
	result := {"message": sprintf("cat prints %s into the log", [file]), "at": place.of(command)}
}

is_private(_, file) if regex.match(`(^|/)(id_(rsa|ed25519|ecdsa|dsa)|[\w.-]+\.(key|ppk|p8))$`, file)

# A file that ssh-keygen has just made.
is_private(command, file) if {
	some maker in data.estate.commands
	maker.program == "ssh-keygen"
	maker.at.file == command.at.file
	file in maker.files
}
