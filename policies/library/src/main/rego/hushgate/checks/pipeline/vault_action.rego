# METADATA
# title: A pipeline takes secrets from Vault carelessly
# description: >-
#   A static token, no certificate check or a wildcard gives the job, and who controls it, more
#   than the job needs.
# related_resources:
# - https://github.com/hashicorp/vault-action
# custom:
#   id: CI-VAULT-ACTION
#   severity: high
#   confidence: high
#   remedy: Log in by jwt with a role of the repository and ref, and name the secrets.
package hushgate.checks.pipeline.vault_action

import data.hushgate.place

violation contains result if {
	some fact in data.estate.pipelines
	some job in fact.jobs
	some step in job.steps
	regex.match(`^hashicorp/vault-action(@|$)`, step.uses)
	some flaw in flaws(step.settings)
	result := {"message": sprintf("job %s %s", [job.name, flaw]), "at": place.inside(fact, step)}
}

flaws(settings) := ({"logs in to Vault by token" | object.get(settings, "method", "token") == "token"} | {"does not check Vault's certificate" | settings.tlsSkipVerify == "true"}) | {"takes all secrets below a path" | regex.match(`\*\*?\s*([|;]|$)`, object.get(settings, "secrets", ""))}
