# METADATA
# title: An image build copies the whole directory
# description: >-
#   Whatever lies in the directory lands in the image: local settings, keys, the history of git.
# related_resources:
# - https://docs.docker.com/build/concepts/context
# custom:
#   id: IMG-DF-COPY-ALL-NO-IGNORE
#   severity: low
#   confidence: medium
#   remedy: Name what is copied, or leave secret files out in .dockerignore.
package hushgate.checks.image.copy_all

import data.hushgate.files
import data.hushgate.place

violation contains result if {
	some step in data.estate.image_steps
	step.instruction in {"COPY", "ADD"}
	some source in step.sources
	source in {".", "./", "*"}
	inside := secret_files(step)
	not is_guarded(step, inside)
	result := {"message": message(inside), "severity": severity(inside), "at": place.of(step)}
}

directory(file) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(file, "/")

# Files of secrets in the directory of the Dockerfile that no ignore file leaves out.
secret_files(step) := {file.at.file |
	some file in data.estate.repository_files
	file.kind in {"environment", "key", "terraform-state", "loader-backup", "decrypted"}
	startswith(file.at.file, prefix(directory(step.at.file)))
	not files.is_ignored("docker-ignore", trim_prefix(file.at.file, prefix(directory(step.at.file))))
}

prefix("") := ""

prefix(directory) := sprintf("%s/", [directory]) if directory != ""

is_guarded(step, inside) if {
	count(inside) == 0
	some file in data.estate.repository_files
	file.kind == "docker-ignore"
	startswith(directory(file.at.file), directory(step.at.file))
}

message(inside) := "the whole directory is copied and no .dockerignore is in sight" if count(inside) == 0

message(inside) := sprintf("the whole directory is copied, %s with it", [concat(", ", sort(inside))]) if count(inside) > 0

severity(inside) := "low" if count(inside) == 0

severity(inside) := "high" if count(inside) > 0
