# METADATA
# title: Nobody owns the policies
# description: A change of who may read which secret passes with anybody's approval.
# related_resources:
# - https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features
# custom:
#   id: GOV-NO-OWNER
#   severity: low
#   confidence: low
#   absence: repository_files
#   remedy: Name owners of the policies and of the secrets' manifests in CODEOWNERS.
package hushgate.checks.repository.no_owner

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some policy in data.estate.policies
	policy.at.confidence == "high"
	owners := [line | some file in data.estate.repository_files; file.kind == "owners"; some line in file.lines]
	practised(owners)
	count([line | some line in owners; covers(line, policy.at.file)]) == 0
	first := min([other.at.file | some other in data.estate.policies])
	policy.at.file == first
	result := {"message": "policies lie here that no owner is named for", "at": place.lonely(policy, "repository_files")}
}

# Where nobody is named for anything, owners are kept elsewhere, unless all files are in sight.
practised(owners) if count(owners) > 0

practised(_) if "repository_files" in limits.complete

covers(line, _) if startswith(line, "* ")

covers(line, file) if {
	pattern := split(line, " ")[0]
	startswith(file, trim_prefix(trim_suffix(pattern, "*"), "/"))
	pattern != "*"
}

covers(line, file) if {
	pattern := split(line, " ")[0]
	startswith(pattern, "*.")
	endswith(file, trim_prefix(pattern, "*"))
}
