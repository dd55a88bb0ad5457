# METADATA
# title: A workload reads a path of Vault that nothing writes
# description: It does not start, or starts with somebody else's secret once the path is written.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
# custom:
#   id: XA-PATH-NOT-FOUND
#   severity: medium
#   confidence: low
#   absence: uses
#   remedy: Correct the path, or declare the facts of uses complete where secrets are written elsewhere.
package hushgate.checks.cross.path_not_found

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some use in data.estate.uses
	use.operation == "read"
	not use.via in {"shell", "terraform"}
	text.is_known(use.path)
	not contains(use.path, "*")
	contains(use.path, "/data/")
	mount := split(use.path, "/")[0]
	mount in written_mounts
	not use.path in written
	result := {"message": sprintf("%s reads %s, which nothing here writes", [use.subject, use.path]), "at": place.lonely(use, "uses")}
}

written contains use.path if {
	some use in data.estate.uses
	use.operation in {"create", "update", "patch"}
}

written_mounts contains split(path, "/")[0] if some path in written
