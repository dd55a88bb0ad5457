# METADATA
# title: A file that is loaded as secrets is tracked
# description: The file becomes the secrets of a cluster or a service; in git it stays for good.
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
	some [who, name] in loaded
	endswith(sprintf("/%s", [file.at.file]), sprintf("/%s", [trim_prefix(name, "./")]))
	result := {"message": sprintf("%s loads it as secrets", [who]), "at": place.of(file)}
}

loaded contains [command.program, name] if {
	some command in data.estate.commands
	command.program in {"kubectl", "oc", "pachctl", "docker", "podman"}
	some name in command.files
}

loaded contains [sprintf("service %s", [service.name]), name] if {
	some service in data.estate.compose_services
	some name in service.files
}
