# METADATA
# title: A Vault agent keeps or lends its token
# description: >-
#   A cache on disk outlives the pod's start, and a forced auto-auth token serves whoever
#   reaches the listener.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/caching
# custom:
#   id: VLT-AGENT-CACHE-PERSIST
#   severity: low
#   confidence: high
#   remedy: Drop persist, and let clients bring their own token.
package hushgate.checks.vault.server.agent_cache

import data.hushgate.place

violation contains result if {
	some block in data.estate.server_blocks
	block.kind == "cache"
	some flaw in flaws(block.settings)
	result := {"message": sprintf("the agent's cache %s", [flaw]), "at": place.of(block)}
}

flaws(settings) := {"lends its own token to every client" | settings.use_auto_auth_token in {"force", "true"}} | {"stays on disk after the import" | settings["persist.keep_after_import"] == "true"}
