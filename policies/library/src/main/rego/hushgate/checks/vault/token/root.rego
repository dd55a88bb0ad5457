# METADATA
# title: A script makes a root token
# description: >-
#   A root token may do everything, and a script that makes one leaves it in a terminal, a log or a
#   variable.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/tokens
# custom:
#   id: VLT-TOKEN-ROOT
#   severity: critical
#   confidence: high
#   remedy: Give the token a policy with the paths it needs and a lifetime.
package hushgate.checks.vault.token.root

import data.hushgate.place

violation contains result if {
	some token in data.estate.vault_tokens
	"root" in token.policies
	result := {"message": "a token with the policy root is created", "at": place.of(token)}
}
