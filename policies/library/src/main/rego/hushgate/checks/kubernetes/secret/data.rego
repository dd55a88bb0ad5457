# METADATA
# title: A Secret manifest holds values
# description: >-
#   base64 is no encryption: whoever reads the repository reads the Secret.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: K8S-SECRET-DATA
#   severity: high
#   confidence: high
#   remedy: Rotate the values and deliver them by ExternalSecret, SealedSecret, SOPS or Vault.
package hushgate.checks.kubernetes.secret.data

import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some secret in data.estate.secret_objects
	secret.source == "manifest"
	some key in secret.keys
	key.value == "literal"
	not is_public(key.name)
	result := {
		"message": sprintf("key %s of Secret %s holds a value", [key.name, secret.name]),
		"at": place.inside(secret, key),
	}
}

is_public(name) if lower(name) in limits.public_secret_keys

is_public(name) if regex.match(limits.public_name, name)

# What comes last says what it is: S3_ENDPOINT, db-host.
is_public(name) if {
	words := regex.split(`[._-]+`, lower(name))
	words[count(words) - 1] in limits.public_secret_keys
}
