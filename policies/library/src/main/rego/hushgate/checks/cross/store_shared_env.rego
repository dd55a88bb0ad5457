# METADATA
# title: Environments share a place in Vault
# description: A mistake or a theft in the lesser environment reaches the production's secrets.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/production-hardening
# custom:
#   id: XA-STORE-SHARED-ENV
#   severity: medium
#   confidence: medium
#   remedy: Give each environment its own mount or base path, and its own role.
package hushgate.checks.cross.store_shared_env

import data.hushgate.cross
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some connection in data.estate.vault_connections
	key := cross.place_key(connection)
	uses := cross.places[key]
	found := {environment | some use in uses; some environment in use.environments}
	count(found) > 1
	"production" in found
	text.is_known(key)
	"production" in text.environments(connection.at.file)
	first := {"at": connection.at}
	result := {
		"message": sprintf("%s use %s/%s of Vault with role %s", [concat(" and ", sort(found)), connection.engine, connection.base_path, connection.role]),
		"at": place.of(first),
		"related": [{"at": place.of(use.fact), "message": concat(", ", sort(use.environments))} | some use in uses; use.fact != first],
	}
}
