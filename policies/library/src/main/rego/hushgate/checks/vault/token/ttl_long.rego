# METADATA
# title: A script makes a long-lived Vault token
# description: A token made by hand is rarely revoked; its lifetime is all that ends it.
# related_resources:
# - https://developer.hashicorp.com/vault/docs/concepts/tokens
# custom:
#   id: VLT-TOKEN-TTL-LONG
#   severity: medium
#   confidence: high
#   remedy: Pass -ttl with a day at most, and no -period.
package hushgate.checks.vault.token.ttl_long

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some token in data.estate.vault_tokens
	token.role == ""
	some fault in faults(token)
	result := {"message": sprintf("the token %s", [fault]), "at": place.of(token)}
}

faults(token) := (({"has no lifetime" |
	token.ttl.text == ""
	token.period.text == ""
	token.explicit_max_ttl.text == ""
} | {sprintf("is periodic (%s)", [token.period.text]) |
	token.period.text != ""
	token.explicit_max_ttl.text == ""
}) | {sprintf("lives %s", [token.ttl.text]) |
	token.ttl.seconds > limits.token_ttl
}) | {"lives without end" | token.ttl.seconds == 0}
