# METADATA
# title: Data of a Secret is not what its maker meant
# description: Text that is no base64 is refused, and an encoded line end becomes part of the password.
# related_resources:
# - https://kubernetes.io/docs/concepts/configuration/secret
# custom:
#   id: K8S-SECRET-DATA-MALFORMED
#   severity: low
#   confidence: high
#   remedy: Encode with printf and base64, or use stringData.
package hushgate.checks.kubernetes.secret.data_malformed

import data.hushgate.place

violation contains result if {
	some secret in data.estate.secret_objects
	some key in secret.keys
	key.flaw != ""
	result := {"message": sprintf("key %s of Secret %s %s", [key.name, secret.name, flaws[key.flaw]]), "at": place.inside(secret, key)}
}

flaws := {"newline": "ends in a line end", "encoding": "is no base64"}
