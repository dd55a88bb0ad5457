# METADATA
# title: A pull secret is of another type
# description: The kubelet takes no other type, so that the image cannot be pulled.
# related_resources:
# - https://kubernetes.io/docs/concepts/containers/images
# custom:
#   id: K8S-PULLSECRET-TYPE
#   severity: medium
#   confidence: high
#   remedy: Make the Secret with type kubernetes.io/dockerconfigjson.
package hushgate.checks.kubernetes.account.pullsecret_type

import data.hushgate.kubernetes
import data.hushgate.place

violation contains result if {
	some ref in data.estate.secret_refs
	ref.via == "pull"
	some index in kubernetes.secrets[ref.secret]
	secret := data.estate.secret_objects[index]
	kubernetes.same_namespace(secret.namespace, ref.namespace)
	not secret.type in {"kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg"}
	not contains(secret.type, "{{")
	result := {
		"message": sprintf("Secret %s serves to pull images and is of type \"%s\"", [secret.name, secret.type]),
		"at": place.of(secret),
	}
}
