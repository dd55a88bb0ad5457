# METADATA
# title: A command writes all secrets into the work tree
# description: >-
#   The file holds every secret of the installation and is one careless commit away from the
#   history.
# related_resources:
# - https://developer.harness.io/docs/self-managed-enterprise-edition
# custom:
#   id: HAR-BACKUP-OUTPUT-IN-REPO
#   severity: high
#   confidence: medium
#   remedy: Write to memory, such as /dev/shm, or into a pipe that encrypts.
package hushgate.checks.shell.backup_output

import data.hushgate.files
import data.hushgate.place

violation contains result if {
	some command in data.estate.commands
	"--output-json" in command.flags
	some file in command.files
	endswith(file, ".json")
	not regex.match(`^(/|~|\$)`, file)
	not files.is_ignored("git-ignore", file)
	result := {"message": sprintf("%s writes %s", [command.program, file]), "at": place.of(command)}
}
