# METADATA
# title: A pull secret is named that nobody makes
# description: The image cannot be pulled, and such gaps get closed by hand with a login of somebody's.
# related_resources:
# - https://kubernetes.io/docs/concepts/containers/images
# custom:
#   id: K8S-PULLSECRET-DANGLING
#   severity: medium
#   confidence: low
#   absence: secret_objects
#   remedy: Correct the name, or make the Secret by the operator of the store.
package hushgate.checks.kubernetes.account.pullsecret_dangling

import data.hushgate.kubernetes
import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some ref in data.estate.secret_refs
	ref.via == "pull"
	text.is_known(ref.secret)
	count(data.estate.secret_objects) > 0
	not kubernetes.has_secret(ref.namespace, ref.secret)
	result := {
		"message": sprintf("%s pulls with Secret %s, which nothing makes", [ref.subject, ref.secret]),
		"at": place.lonely(ref, "secret_objects"),
	}
}
