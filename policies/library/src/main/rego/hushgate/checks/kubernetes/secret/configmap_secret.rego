# METADATA
# title: A ConfigMap holds a secret
# description: >-
#   ConfigMaps are readable by roles that may not read Secrets, are not encrypted at rest, and
#   lie in the repository.
# related_resources:
# - https://kubernetes.io/docs/concepts/configuration/configmap
# custom:
#   id: K8S-CONFIGMAP-SECRET
#   severity: high
#   confidence: medium
#   remedy: Rotate the value and deliver it as a Secret from the store.
package hushgate.checks.kubernetes.secret.configmap_secret

import data.hushgate.place
import data.hushgate.text

violation contains result if {
	some config in data.estate.config_objects
	some key in config.keys
	key.value == "literal"
	text.names_secret(key.name)
	not contains(key.name, ".")
	result := {
		"message": sprintf("key %s of ConfigMap %s holds a value", [key.name, config.name]),
		"at": place.inside(config, key),
	}
}
