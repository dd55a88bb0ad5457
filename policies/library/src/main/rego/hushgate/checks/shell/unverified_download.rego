# METADATA
# title: A downloaded program runs unverified
# description: Whoever controls the address or the way to it runs code with the secrets of the script.
# related_resources:
# - https://slsa.dev/spec/v1.0/verifying-artifacts
# custom:
#   id: SC-UNVERIFIED-DOWNLOAD
#   severity: low
#   confidence: medium
#   remedy: Compare the checksum or verify the signature before the first run.
package hushgate.checks.shell.unverified_download

import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	command.program in {"curl", "wget"}
	count(command.addresses) > 0
	runs(command)
	count([check | some check in data.estate.commands; check.at.file == command.at.file; check.program in verifiers]) == 0
	result := {"message": sprintf("%s is fetched and run without a check", [command.addresses[0]]), "at": place.of(command)}
}

verifiers := {"sha256sum", "sha512sum", "shasum", "gpg", "cosign", "minisign", "openssl"}

# Piped into a shell, or made executable later in the same file.
runs(command) if command.pipes_to in {"sh", "bash", "sudo"}

runs(command) if {
	some other in data.estate.commands
	other.program == "chmod"
	other.at.file == command.at.file
	some file in command.files
	file in other.files
}
