# METADATA
# title: A copied secret is refreshed too rarely or stays behind
# description: >-
#   After a rotation the old value is used until the next refresh; with deletionPolicy Retain it
#   stays when its source is gone.
# related_resources:
# - https://external-secrets.io/latest/api/externalsecret
# custom:
#   id: ESO-REFRESH
#   severity: low
#   confidence: high
#   remedy: Set refreshInterval to an hour and deletionPolicy to Delete.
package hushgate.checks.operator.refresh

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some secret in data.estate.secret_objects
	secret.source == "eso"
	some flaw in flaws(secret)
	result := {"message": sprintf("the copy %s %s", [secret.name, flaw]), "at": place.of(secret)}
}

flaws(secret) := {"is never refreshed" | secret.refresh.seconds == 0} | {sprintf("is refreshed every %s", [secret.refresh.text]) |
	secret.refresh.seconds > limits.refresh_interval
}
