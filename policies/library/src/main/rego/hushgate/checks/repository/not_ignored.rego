# METADATA
# title: A file of local secrets is tracked
# description: The file is loaded into a cluster or a process as secrets; in git it stays for good.
# related_resources:
# - https://git-scm.com/docs/gitignore
# custom:
#   id: GOV-NOT-IGNORED
#   severity: low
#   confidence: medium
#   remedy: Take it out of git, rotate what it holds, and let git ignore its name.
package hushgate.checks.repository.not_ignored

import data.hushgate.files
import data.hushgate.place

violation contains result if {
	some file in data.estate.repository_files
	file.kind == "environment"
	not files.is_ignored("git-ignore", file.at.file)
	result := {"message": "a file of environment variables is tracked", "at": place.of(file)}
}
