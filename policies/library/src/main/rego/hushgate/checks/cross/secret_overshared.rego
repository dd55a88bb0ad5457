# METADATA
# title: A workload mounts all of a Secret with many keys
# description: Whoever needs one key gets all of them, and those that are added later.
# related_resources:
# - https://kubernetes.io/docs/concepts/security/secrets-good-practices
# custom:
#   id: XA-SECRET-OVERSHARED
#   severity: low
#   confidence: medium
#   remedy: Choose keys with items, or make a Secret for each reader.
package hushgate.checks.cross.secret_overshared

import data.hushgate.kubernetes
import data.hushgate.limits
import data.hushgate.place

violation contains result if {
	some ref in data.estate.secret_refs
	ref.via in {"volume", "env-from"}
	ref.key == ""
	some index in kubernetes.secrets[ref.secret]
	secret := data.estate.secret_objects[index]
	kubernetes.same_namespace(secret.namespace, ref.namespace)
	not startswith(secret.type, "kubernetes.io/")
	count(secret.keys) > limits.secret_keys
	result := {
		"message": sprintf("%s gets all %d keys of Secret %s", [ref.subject, count(secret.keys), secret.name]),
		"at": place.of(ref),
		"related": [{"at": place.of(secret), "message": "the Secret"}],
	}
}
