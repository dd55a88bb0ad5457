# METADATA
# title: An ExternalSecret copies all secrets below a path
# description: What is added later is copied too, for a workload that never asked for it.
# related_resources:
# - https://external-secrets.io/latest/guides/security-best-practices
# custom:
#   id: ESO-FIND-ALL
#   severity: medium
#   confidence: high
#   remedy: Name the secrets under data, or narrow find to the application's own path.
package hushgate.checks.operator.find_all

import data.hushgate.place

violation contains result if {
	some use in data.estate.uses
	use.via == "eso"
	use.operation == "read"
	endswith(use.path, "*")
	result := {"message": sprintf("%s copies %s", [use.subject, use.path]), "at": place.of(use)}
}
